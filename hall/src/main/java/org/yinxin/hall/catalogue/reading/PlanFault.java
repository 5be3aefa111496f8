package org.yinxin.hall.catalogue.reading;

/**
 * One thing that is wrong in a plan file.
 *
 * @param file the file
 * @param line the line, counted from 1
 * @param sentence what is wrong and what would be right
 */
public record PlanFault(String file, int line, String sentence) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + sentence;
    }
}
