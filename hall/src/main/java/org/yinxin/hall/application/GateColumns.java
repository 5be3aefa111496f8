package org.yinxin.hall.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.application.gate.ItemReason;
import org.yinxin.hall.privacy.ColumnCipher;
import tools.jackson.databind.json.JsonMapper;

/** How the state of a gate lies in columns. */
@Component
class GateColumns {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ColumnCipher cipher;

    GateColumns(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    static String name(GateState state) {
        return switch (state) {
            case GateState.Shut _ -> "SHUT";
            case GateState.Open _ -> "OPEN";
            case GateState.Passed _ -> "PASSED";
            case GateState.Returned _ -> "RETURNED";
            case GateState.Refused _ -> "REFUSED";
        };
    }

    /** Values for the columns of a gate in this state which becomes the other when it is reopened. */
    Map<String, @Nullable Object> values(GateState state, GateState reopening) {
        Map<String, @Nullable Object> values = values(state);
        values.put("reopening", name(reopening));
        values.put("returned_at", null);
        values.put("returned_by", null);
        if (reopening instanceof GateState.Returned(Instant at, String by, var reasons)) {
            values.put("returned_at", utc(at));
            values.put("returned_by", by);
            // What ended the application is told for ever; what was once returned is not asked for
            // any more.
            if (!(state instanceof GateState.Refused)) {
                values.put("reasons", seal(reasons));
            }
        }
        return values;
    }

    /** Values for the columns of one state. */
    Map<String, @Nullable Object> values(GateState state) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", name(state));
        values.put("at", null);
        values.put("by", null);
        values.put("evidence", null);
        values.put("reasons", null);
        switch (state) {
            case GateState.Shut _, GateState.Open _ -> {}
            case GateState.Passed(Instant at, String by, String evidence) -> {
                values.put("at", utc(at));
                values.put("by", by);
                values.put("evidence", evidence);
            }
            case GateState.Returned(Instant at, String by, var reasons) -> {
                values.put("at", utc(at));
                values.put("by", by);
                values.put("reasons", seal(reasons));
            }
            case GateState.Refused(Instant at, String by, var reasons) -> {
                values.put("at", utc(at));
                values.put("by", by);
                values.put("reasons", seal(reasons));
            }
        }
        return values;
    }

    GateState state(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return switch (state) {
            case "SHUT" -> new GateState.Shut();
            case "OPEN" -> new GateState.Open();
            case "PASSED" ->
                    new GateState.Passed(
                            instant(row, "at"), row.getString("by"), row.getString("evidence"));
            case "RETURNED" ->
                    new GateState.Returned(instant(row, "at"), row.getString("by"), reasons(row));
            case "REFUSED" ->
                    new GateState.Refused(instant(row, "at"), row.getString("by"), reasons(row));
            default -> throw new IllegalStateException("not a gate's state: " + state);
        };
    }

    GateState reopening(ResultSet row) throws SQLException {
        String reopening = row.getString("reopening");
        return switch (reopening) {
            case "SHUT" -> new GateState.Shut();
            case "OPEN" -> new GateState.Open();
            case "RETURNED" ->
                    new GateState.Returned(
                            instant(row, "returned_at"),
                            row.getString("returned_by"),
                            reasons(row));
            default -> throw new IllegalStateException("no gate reopens as " + reopening);
        };
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private byte[] seal(List<ItemReason> reasons) {
        return cipher.seal(JSON.writeValueAsString(reasons));
    }

    private List<ItemReason> reasons(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("reasons");
        return sealed == null
                ? List.of()
                : Arrays.asList(JSON.readValue(cipher.open(sealed), ItemReason[].class));
    }
}
