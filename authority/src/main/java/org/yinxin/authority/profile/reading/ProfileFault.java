package org.yinxin.authority.profile.reading;

/**
 * One thing that is wrong in a profile file.
 *
 * @param line the line, counted from 1
 * @param sentence what is wrong and what would be right
 */
public record ProfileFault(String file, int line, String sentence) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + sentence;
    }
}
