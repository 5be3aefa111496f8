package org.yinxin.hall;

import java.util.List;
import java.util.stream.Stream;
import org.yinxin.store.postgres.Schema;

/** The hall's own schema: one folder of migrations for each package, numbered in ranges so that they never meet. */
public final class HallSchema {

    private static final List<String> PACKAGES =
            List.of(
                    "scheduler",
                    "access",
                    "catalogue",
                    "application",
                    "account",
                    "audit",
                    "calendar",
                    "delivery",
                    "notification",
                    "operator",
                    "archive",
                    "agreement",
                    "payment",
                    "certificate",
                    "issuance",
                    "review",
                    "revocation",
                    "subscriber",
                    "delegation",
                    "identification",
                    "token");

    public static final Schema SCHEMA =
            new Schema(
                    "hall",
                    Stream.concat(
                                    Stream.of(Schema.JOURNAL),
                                    PACKAGES.stream()
                                            .map(
                                                    each ->
                                                            "classpath:org/yinxin/hall/"
                                                                    + each
                                                                    + "/db"))
                            .toList());

    private HallSchema() {}
}
