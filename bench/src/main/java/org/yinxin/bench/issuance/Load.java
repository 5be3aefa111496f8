package org.yinxin.bench.issuance;

/** Those who order from a hall, wherever they run. */
interface Load extends AutoCloseable {

    /** What one of their orders is, for the report. */
    String name();

    /** Has at least so many keys and requests ready afterwards. Not for when anything is measured. */
    void bring(int count);

    /** Orders for a while. Throws when more is ordered than was brought: then no figure is one. */
    Taken during(int seconds);

    /** What they have computed so far, in seconds; 0 where that is in what the hall has computed. */
    double computed();

    @Override
    void close();
}
