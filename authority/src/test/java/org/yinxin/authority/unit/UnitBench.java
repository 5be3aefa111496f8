package org.yinxin.authority.unit;

import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.profile.UnitProfile;
import org.yinxin.authority.register.CertificateRegister;

/** The parts of an authority that certify units. */
public record UnitBench(AuthorityBench bench) {

    public CertifyUnits certifyUnits() {
        return new CertifyUnits(
                new CertifyUnits.Means(
                        bench.authorities,
                        new CertifiedUnits(bench.jdbc),
                        new CertificateRegister(bench.jdbc),
                        bench.keys,
                        new UnitProfile(bench.addresses),
                        bench.journal,
                        bench.transaction,
                        bench.random,
                        bench.clock),
                CertifyUnits.USUAL_VALIDITY);
    }

    public OpenUnits openUnits() {
        return new OpenUnits(new CertifiedUnits(bench.jdbc), bench.keys, bench.clock);
    }

    CertifiedUnit newest(UnitTask task) {
        return new CertifiedUnits(bench.jdbc)
                .newest(bench.code(), task, bench.clock.instant())
                .orElseThrow();
    }
}
