package org.yinxin.authority.ceremony;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;

/** Gives each test of ceremonies an authority of its own and two custodians. */
abstract class FreshAuthority {

    @TempDir Path folder;
    AuthorityBench bench;
    CeremonyBench ceremonies;

    @BeforeEach
    void open() {
        bench = new AuthorityBench(folder);
        ceremonies = CeremonyBench.of(bench);
    }

    @AfterEach
    void close() {
        bench.close();
    }
}
