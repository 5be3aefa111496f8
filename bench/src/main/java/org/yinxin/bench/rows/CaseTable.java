package org.yinxin.bench.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.review.Dossier;
import tools.jackson.databind.json.JsonMapper;

/** Lays cases down in a temporary table: everything that only Java can make, sealed and indexed as the hall does it. */
final class CaseTable {

    /** So many open reviews are claimed by the officer whose queue is measured; of the others one in twelve by others. */
    private static final int OWN_CLAIMS = 80;

    private static final int OFFICERS = 20;

    private static final String ACCOUNT =
            "account (id, mobile, mobile_index, masked, created_at, last_sign_in_at)";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ColumnCipher cipher;
    private final UUID entry;
    private final UUID approval;
    private int claims;

    /** With the two officers whose lists are measured; their colleagues are made up. */
    CaseTable(ColumnCipher cipher, UUID entry, UUID approval) {
        this.cipher = cipher;
        this.entry = entry;
        this.approval = approval;
    }

    void fill(Connection connection, List<Case> cases) throws SQLException {
        try (Copy copy = new Copy(connection, "case_row")) {
            for (Case each : cases) {
                row(copy, each);
            }
            copy.end();
        }
    }

    static UUID account(long account) {
        return Drawing.uuid(-1 - account);
    }

    private void row(Copy copy, Case one) throws SQLException {
        int colleague = (int) (one.seq() % OFFICERS);
        boolean open = "WAITING".equals(one.kind().review());
        boolean mine = open && claims < OWN_CLAIMS;
        boolean claimed = mine || (open && one.seq() % 12 == 0);
        claims += mine ? 1 : 0;
        copy.put(one.seq())
                .put(one.kind().id())
                .put(one.number())
                .put(account(one.account()))
                .put(one.holder())
                .put(one.creditCode())
                .put(cipher.seal(one.mobile()))
                .put(cipher.seal(one.identityNumber()))
                .put(cipher.seal("测试经办人"))
                .put(digest("CREDIT_CODE", one.creditCode()))
                .put(digest("MOBILE", one.mobile()))
                .put(digest("DOCUMENT_NUMBER", one.identityNumber()))
                .put(cipher.blindIndex(one.creditCode()))
                .put(cipher.seal(subject(one)))
                .put(cipher.seal(JSON.writeValueAsString(dossier(one))))
                .put(cipher.seal(JSON.writeValueAsString(List.of(one.number().text()))))
                .put(one.openedAt())
                .put(one.pair())
                .put(one.sign())
                .put(one.encrypt())
                .put(colleague == 0 ? entry : Drawing.uuid(Long.MIN_VALUE + colleague))
                .put("录入员%02d".formatted(colleague))
                .put(colleague == 1 ? approval : Drawing.uuid(Long.MAX_VALUE - colleague))
                .put("审批员%02d".formatted(colleague))
                .put(claimer(claimed, mine, colleague))
                .put(claimed ? "录入员%02d".formatted(colleague) : null)
                .endRow();
    }

    private @Nullable UUID claimer(boolean claimed, boolean mine, int colleague) {
        if (!claimed) {
            return null;
        }
        return mine ? entry : Drawing.uuid(Long.MIN_VALUE + 1 + colleague);
    }

    private byte[] digest(String kind, String value) {
        return cipher.blindIndex("application." + kind + ":" + value);
    }

    private static String subject(Case one) {
        Map<String, @Nullable Object> subject = new LinkedHashMap<>();
        subject.put("authority", one.kind().plan().authority());
        subject.put("country", "CN");
        subject.put("province", null);
        subject.put("locality", null);
        subject.put("organisation", one.holder());
        subject.put("commonName", one.holder());
        subject.put("organisationCode", one.creditCode());
        subject.put("years", 1);
        return JSON.writeValueAsString(subject);
    }

    private static Dossier dossier(Case one) {
        return new Dossier(
                one.holder(),
                one.kind().business().title(),
                List.of(
                        new Dossier.Section(
                                "organisation",
                                new Words("单位信息", "Your organisation"),
                                List.of(
                                        item(
                                                "organisationName",
                                                FieldType.ORGANISATION_NAME,
                                                one.holder()),
                                        item(
                                                "creditCode",
                                                FieldType.CREDIT_CODE,
                                                one.creditCode())))),
                List.of());
    }

    private static Dossier.Item item(String key, FieldType type, String value) {
        return new Dossier.Item(key, new Words(key, key), type, value, null, List.of(), null);
    }

    /** The accounts from one to before another, as new as the hall itself. */
    void accounts(Connection connection, long from, long until, Instant now) throws SQLException {
        try (Copy copy = new Copy(connection, ACCOUNT)) {
            for (long account = from; account < until; account++) {
                String mobile = Numbers.mobile(account);
                copy.put(account(account))
                        .put(cipher.seal(mobile))
                        .put(cipher.blindIndex(mobile))
                        .put(mobile.substring(0, 3) + "****" + mobile.substring(7))
                        .put(now)
                        .put(now)
                        .endRow();
            }
            copy.end();
        }
    }
}
