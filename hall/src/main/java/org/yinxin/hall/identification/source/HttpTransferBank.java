package org.yinxin.hall.identification.source;

import java.util.Map;
import java.util.UUID;
import org.yinxin.hall.catalogue.Money;
import tools.jackson.databind.JsonNode;

/** Orders transfers by {@code POST /v1/transfers}. */
final class HttpTransferBank implements TransferBank {

    private final JsonEndpoint endpoint;

    HttpTransferBank(JsonEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Sending send(UUID key, BankAccount payee, Money amount, String memo) {
        JsonEndpoint.Reply reply =
                endpoint.post(
                        "/v1/transfers",
                        key,
                        Map.of(
                                "payeeName", payee.name(),
                                "payeeAccount", payee.number().value(),
                                "payeeBank", payee.bank(),
                                "fen", amount.fen(),
                                "memo", memo));
        return switch (reply) {
            case JsonEndpoint.Reply.Read(JsonNode body, String _) -> meaning(body);
            case JsonEndpoint.Reply.None(String reason) -> new Sending.Unavailable(reason);
        };
    }

    private static Sending meaning(JsonNode body) {
        String reference = HttpIdentitySource.reference(body);
        return switch (body.path("state").asString("")) {
            case "SENT" -> new Sending.Sent(reference);
            case "PENDING" -> new Sending.Pending(reference);
            case "REFUSED" -> new Sending.Refused(reference);
            default -> new Sending.Unavailable("NO_STATE");
        };
    }
}
