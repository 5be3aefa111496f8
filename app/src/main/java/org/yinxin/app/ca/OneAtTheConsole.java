package org.yinxin.app.ca;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.yinxin.app.commandline.Command.Ca.Claimant;
import org.yinxin.authority.custodian.AdmitCustodians;
import org.yinxin.authority.custodian.AdmitCustodians.Admission;
import org.yinxin.authority.custodian.CustodianDuty;
import org.yinxin.authority.custodian.OneCustodian;

/** Lets one custodian prove who he is; says in a sentence why not. */
public record OneAtTheConsole(
        AdmitCustodians admitCustodians, CustodianSecrets secrets, PrintStream out) {

    /** Empty when he is not admitted, which was printed. */
    public Optional<OneCustodian> admitted(Claimant claimant, CustodianDuty duty, String purpose) {
        return switch (secrets.find(List.of(claimant))) {
            case CustodianSecrets.Found.Missing(String sentence) -> refused(sentence);
            case CustodianSecrets.Found.Claims(var claims) ->
                    switch (admitCustodians.admitOne(claims.getFirst(), duty, purpose)) {
                        case Admission.Admitted<OneCustodian>(OneCustodian one) -> Optional.of(one);
                        case Admission.Refused<OneCustodian>(String sentence) -> refused(sentence);
                    };
        };
    }

    private Optional<OneCustodian> refused(String sentence) {
        out.println("refused: " + sentence);
        return Optional.empty();
    }
}
