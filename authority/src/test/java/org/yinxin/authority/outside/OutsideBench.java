package org.yinxin.authority.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.PairStatusChange;
import org.yinxin.authority.PairStatusOutcome;
import org.yinxin.authority.StatusChangeId;

/** The doors of outside authorities, as one sets them up. */
public final class OutsideBench {

    public static final AuthorityCode CODE = new AuthorityCode("elsewhere");
    static final String REFERENCE = "hall";
    static final String SECRET = "a secret that two have agreed on";

    final AuthorityBench bench;
    final Map<String, String> settings = new HashMap<>();

    OutsideBench(AuthorityBench bench, Path folder, String address, Path trust) {
        this.bench = bench;
        Path secret = folder.resolve("secret");
        ownerOnly(secret, SECRET + "\n");
        settings.put(ReadSettings.CODES, CODE.value());
        set("address", address);
        set("reference", REFERENCE);
        set("secret-file", secret.toString());
        set("trust-file", trust.toString());
        set("validity-slack", "PT36H");
    }

    static void ownerOnly(Path file, String text) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OutsideBench set(String name, String value) {
        settings.put("yinxin.authority.outside." + CODE + "." + name, value);
        return this;
    }

    OutsideBench drop(String name) {
        settings.remove("yinxin.authority.outside." + CODE + "." + name);
        return this;
    }

    OutsideCycle cycle(Checkpoint checkpoint) {
        return OutsideCycle.of(
                ReadSettings.of(settings::get),
                new OutsideCycle.Means(
                        bench.jdbc,
                        bench.transaction,
                        bench.journal,
                        bench.random,
                        UUID::randomUUID,
                        bench.clock),
                checkpoint);
    }

    OutsideAuthority authority() {
        return cycle(Checkpoint.NONE).authority();
    }

    void sweep() {
        cycle(Checkpoint.NONE).sweep().sweep();
    }

    IssuedPair issue(PairOrder order) {
        return switch (authority().issuePair(order)) {
            case IssuanceOutcome.Issued(IssuedPair pair) -> pair;
            case IssuanceOutcome.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    void assertRefused(PairOrder order, IssuanceRefusal reason, String sentence) {
        assertThat(authority().issuePair(order))
                .isInstanceOfSatisfying(
                        IssuanceOutcome.Refused.class,
                        refused -> {
                            assertThat(refused.detail()).contains(sentence);
                            assertThat(refused.reason()).isEqualTo(reason);
                        });
        assertThat(authority().findPair(order.id())).isEmpty();
    }

    PairStatusOutcome change(PairOrderId pair, PairDeed deed) {
        return authority()
                .changePair(
                        new PairStatusChange(new StatusChangeId(UUID.randomUUID()), pair, deed));
    }

    /** What the journal tells about an order, in its order. */
    List<String> told(PairOrderId order) {
        return bench.jdbc
                .sql("SELECT action FROM journal WHERE subject = :subject ORDER BY 1")
                .param("subject", order.journalSubject())
                .query((row, _) -> row.getString("action"))
                .list();
    }

    long count(String sql) {
        return bench.count(sql);
    }
}
