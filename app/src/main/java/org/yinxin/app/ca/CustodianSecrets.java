package org.yinxin.app.ca;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yinxin.app.commandline.Command.Ca.Claimant;
import org.yinxin.app.production.OwnerOnly;
import org.yinxin.authority.custodian.AdmitCustodians.Claim;
import org.yinxin.authority.custodian.CustodianName;

/** Gets the secrets of custodians: out of files that nobody else may read, or asked for without showing them. */
public final class CustodianSecrets {

    /** Asks somebody for a secret; empty where nobody can be asked. */
    @FunctionalInterface
    public interface Asking {
        Optional<char[]> secretOf(CustodianName name);
    }

    /** What was found. */
    sealed interface Found {
        record Claims(List<Claim> claims) implements Found {}

        record Missing(String sentence) implements Found {}
    }

    private final Asking asking;

    public CustodianSecrets(Asking asking) {
        this.asking = asking;
    }

    /** Asked for at the console of this program. */
    public static CustodianSecrets atConsole() {
        return new CustodianSecrets(
                name ->
                        Optional.ofNullable(System.console())
                                .filter(Console::isTerminal)
                                .flatMap(
                                        console ->
                                                Optional.ofNullable(
                                                        console.readPassword(
                                                                "Secret of the custodian %s: ",
                                                                name))));
    }

    Found find(List<Claimant> claimants) {
        List<Claim> claims = new ArrayList<>();
        for (Claimant claimant : claimants) {
            Optional<CustodianName> name = CustodianName.read(claimant.name());
            if (name.isEmpty()) {
                return new Found.Missing(
                        "a custodian's name is lower-case letters, digits, dots and hyphens, not "
                                + claimant.name());
            }
            Path file = claimant.secretFile();
            try {
                Optional<char[]> secret =
                        file == null ? asking.secretOf(name.get()) : Optional.of(firstLine(file));
                if (secret.isEmpty()) {
                    return new Found.Missing(
                            "there is no console to ask for the secret of %s; give --custodian %1$s=FILE"
                                    .formatted(name.get()));
                }
                claims.add(new Claim(name.get(), secret.get()));
            } catch (IOException e) {
                return new Found.Missing(
                        "the file %s with the secret of %s cannot be read, or others can read it too"
                                .formatted(file, name.get()));
            }
        }
        return new Found.Claims(claims);
    }

    private static char[] firstLine(Path file) throws IOException {
        if (!Files.isReadable(file) || !OwnerOnly.holds(file)) {
            throw new IOException("not readable by its owner alone");
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty() ? new char[0] : lines.getFirst().strip().toCharArray();
    }
}
