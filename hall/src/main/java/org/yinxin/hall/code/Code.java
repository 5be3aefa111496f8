package org.yinxin.hall.code;

/** A code in its one normalised spelling: half-width, without spaces, letters in upper case. */
public interface Code {

    String value();
}
