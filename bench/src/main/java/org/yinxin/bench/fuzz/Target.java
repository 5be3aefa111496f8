package org.yinxin.bench.fuzz;

import java.util.List;

/** Something that takes octets from anybody. */
interface Target {

    /** Input as it should be, to begin with. */
    List<byte[]> seeds();

    /**
     * Feeds it.
     *
     * @return what kind of answer it is: the same for all inputs that are answered alike
     * @throws Crash when it is no declared answer; any other exception is one too
     */
    String feed(byte[] input) throws Crash;
}
