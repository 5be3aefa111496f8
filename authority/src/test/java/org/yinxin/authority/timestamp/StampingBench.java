package org.yinxin.authority.timestamp;

import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.unit.CertifyUnits;
import org.yinxin.authority.unit.OpenUnit;
import org.yinxin.authority.unit.UnitBench;
import org.yinxin.authority.unit.UnitTask;

/** The parts of an authority that stamp time. */
record StampingBench(AuthorityBench bench) {

    CertifyUnits certifyUnits() {
        return units().certifyUnits();
    }

    UnitBench units() {
        return new UnitBench(bench);
    }

    OpenUnit newest() {
        return units().openUnits().find(bench.issuing(), UnitTask.TIME_STAMPING).orElseThrow();
    }

    StampTime stampTime() {
        return stampTime(StampPolicy.USUAL);
    }

    StampTime stampTime(StampPolicy policy) {
        return new StampTime(
                bench.authorities,
                units().openUnits(),
                new StampRecords(bench.jdbc),
                policy,
                bench.clock);
    }

    MockMvc http() {
        return MockMvcBuilders.standaloneSetup(new TimestampController(stampTime())).build();
    }
}
