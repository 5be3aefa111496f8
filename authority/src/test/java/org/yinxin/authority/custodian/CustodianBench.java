package org.yinxin.authority.custodian;

import java.util.List;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.custodian.AddCustodian.Addition;
import org.yinxin.authority.custodian.AdmitCustodians.Admission;
import org.yinxin.authority.custodian.AdmitCustodians.Claim;

/** The custodians of an authority under test. */
public record CustodianBench(AuthorityBench bench) {

    AddCustodian add() {
        return new AddCustodian(
                new Custodians(bench.jdbc),
                bench.journal,
                bench.transaction,
                bench.random,
                bench.clock);
    }

    CloseCustodian close() {
        return new CloseCustodian(
                new Custodians(bench.jdbc), bench.journal, bench.transaction, bench.clock);
    }

    AdmitCustodians admit() {
        return new AdmitCustodians(
                new Custodians(bench.jdbc), bench.journal, bench.transaction, bench.clock);
    }

    /** The first two of a fresh authority, who have proved who they are. */
    public TwoCustodians firstTwo() {
        CustodianName jia = new CustodianName("jia");
        CustodianName yi = new CustodianName("yi");
        return switch (admit().admit(
                        List.of(added(jia), added(yi)), CustodianDuty.AUTHORITIES, "test")) {
            case Admission.Admitted<TwoCustodians>(TwoCustodians two) -> two;
            case Admission.Refused<TwoCustodians>(String sentence) ->
                    throw new AssertionError(sentence);
        };
    }

    private Claim added(CustodianName name) {
        return switch (add().add(name, CustodianDuty.AUTHORITIES, null)) {
            case Addition.Added(_, String secret) -> new Claim(name, secret.toCharArray());
            case Addition.Refused(String sentence) -> throw new AssertionError(sentence);
        };
    }
}
