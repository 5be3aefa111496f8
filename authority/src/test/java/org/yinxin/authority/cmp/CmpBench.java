package org.yinxin.authority.cmp;

import java.time.Duration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.hierarchy.CrossCertificates;
import org.yinxin.authority.machine.MachineBench;
import org.yinxin.authority.unit.UnitBench;

/** The parts of an authority that speak CMP. */
public record CmpBench(AuthorityBench bench, MachineBench machines) {

    public CmpBench(AuthorityBench bench) {
        this(bench, new MachineBench(bench));
    }

    AnswerCmp answerCmp() {
        SecretCodes codes = new SecretCodes(bench.random);
        Transactions transactions = new Transactions(bench.jdbc);
        return new AnswerCmp(
                bench.authorities,
                new IdentifySender(
                        machines.admitMachine(),
                        machines.secrets(),
                        machines.certificates(),
                        codes,
                        bench.clock),
                new Certify(
                        machines.enrolMachine(),
                        machines.certificates(),
                        transactions,
                        Duration.ofMinutes(10),
                        bench.clock),
                new ConfirmCertificate(
                        transactions, bench.cycle().certificates(), machines.settleCertificate()),
                new RevokeByMachine(machines.certificates(), bench.revokeCertificate()),
                new TellGenerally(bench.authorities, new CrossCertificates(bench.jdbc)),
                new ProtectAnswer(
                        bench.authorities,
                        new UnitBench(bench).openUnits(),
                        machines.secrets(),
                        codes,
                        bench.clock),
                bench.random);
    }

    public MockMvc http() {
        return MockMvcBuilders.standaloneSetup(new CmpController(answerCmp())).build();
    }
}
