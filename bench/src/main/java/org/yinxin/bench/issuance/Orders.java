package org.yinxin.bench.issuance;

/** What a client orders, again and again. Safe for several threads. */
interface Orders {

    /** What one of them is, for the report. */
    String name();

    /** Has at least so many keys and requests of subscribers ready afterwards. */
    void bring(int count);

    /** Whether what was ordered came of one order. Throws when more is ordered than was brought: then no figure is one. */
    boolean order();
}
