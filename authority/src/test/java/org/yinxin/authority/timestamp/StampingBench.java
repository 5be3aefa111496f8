package org.yinxin.authority.timestamp;

import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.profile.StampingProfile;
import org.yinxin.authority.register.CertificateRegister;

/** The parts of an authority that stamp time. */
record StampingBench(AuthorityBench bench) {

    CertifyStampingUnits certifyUnits() {
        return new CertifyStampingUnits(
                new CertifyStampingUnits.Means(
                        bench.authorities,
                        units(),
                        new StampRecords(bench.jdbc),
                        new CertificateRegister(bench.jdbc),
                        bench.keys,
                        new StampingProfile(bench.addresses),
                        bench.journal,
                        bench.transaction,
                        bench.random,
                        bench.clock),
                StampPolicy.USUAL.unitValidity());
    }

    CertifiedUnits units() {
        return new CertifiedUnits(bench.jdbc);
    }

    CertifiedUnit newest() {
        return units().newest(bench.code(), bench.clock.instant()).orElseThrow();
    }

    StampTime stampTime() {
        return stampTime(StampPolicy.USUAL);
    }

    StampTime stampTime(StampPolicy policy) {
        return new StampTime(
                bench.authorities,
                units(),
                new StampRecords(bench.jdbc),
                bench.keys,
                policy,
                bench.clock);
    }

    MockMvc http() {
        return MockMvcBuilders.standaloneSetup(new TimestampController(stampTime())).build();
    }
}
