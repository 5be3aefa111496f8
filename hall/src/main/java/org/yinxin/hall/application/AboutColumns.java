package org.yinxin.hall.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.reference.CaseNumber;

/** How the certificate that an application is about lies in columns. */
final class AboutColumns {

    private AboutColumns() {}

    static Map<String, @Nullable Object> values(@Nullable About about) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("about_pair", about == null ? null : about.pair());
        values.put("about_serial", about == null ? null : about.serial());
        values.put("about_until", about == null ? null : GateColumns.utc(about.until()));
        values.put("about_case", about == null ? null : about.origin().text());
        return values;
    }

    static @Nullable About read(ResultSet row) throws SQLException {
        UUID pair = row.getObject("about_pair", UUID.class);
        return pair == null
                ? null
                : new About(
                        pair,
                        row.getString("about_serial"),
                        GateColumns.instant(row, "about_until"),
                        new CaseNumber(row.getString("about_case")));
    }
}
