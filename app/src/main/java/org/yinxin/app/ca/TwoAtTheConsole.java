package org.yinxin.app.ca;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.yinxin.app.commandline.Command.Ca.Claimant;
import org.yinxin.authority.custodian.AdmitCustodians;
import org.yinxin.authority.custodian.AdmitCustodians.Admission;
import org.yinxin.authority.custodian.CustodianDuty;
import org.yinxin.authority.custodian.TwoCustodians;

/** Lets two custodians prove who they are; says in a sentence why not. */
public record TwoAtTheConsole(
        AdmitCustodians admitCustodians, CustodianSecrets secrets, PrintStream out) {

    /** Empty when they are not admitted, which was printed. */
    Optional<TwoCustodians> admitted(List<Claimant> claimants, CustodianDuty duty, String purpose) {
        return switch (secrets.find(claimants)) {
            case CustodianSecrets.Found.Missing(String sentence) -> refused(sentence);
            case CustodianSecrets.Found.Claims(var claims) ->
                    switch (admitCustodians.admit(claims, duty, purpose)) {
                        case Admission.Admitted<TwoCustodians>(TwoCustodians two) ->
                                Optional.of(two);
                        case Admission.Refused<TwoCustodians>(String sentence) -> refused(sentence);
                    };
        };
    }

    private Optional<TwoCustodians> refused(String sentence) {
        out.println("refused: " + sentence);
        return Optional.empty();
    }
}
