package org.yinxin.standins.wechat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/** A merchant written from the published rules alone, so that the stand-in is not checked by its own code. */
final class TestMerchant {

    private final WeChatPayStandIn standIn;
    private final Merchant merchant;
    private final HttpClient http = HttpClient.newHttpClient();

    TestMerchant(WeChatPayStandIn standIn) {
        this.standIn = standIn;
        this.merchant = standIn.merchant();
    }

    HttpResponse<String> place(String number, long fen, String notifyUrl) {
        return send("POST", "/v3/pay/transactions/native", order(number, fen, notifyUrl));
    }

    HttpResponse<String> query(String number) {
        return send(
                "GET",
                "/v3/pay/transactions/out-trade-no/" + number + "?mchid=" + merchant.merchantId(),
                "");
    }

    HttpResponse<String> close(String number) {
        return send(
                "POST",
                "/v3/pay/transactions/out-trade-no/" + number + "/close",
                "{\"mchid\":\"" + merchant.merchantId() + "\"}");
    }

    HttpResponse<String> refund(String refund, String number, long fen, long total, String url) {
        return send(
                "POST",
                "/v3/refund/domestic/refunds",
                """
                {"out_refund_no":"%s","out_trade_no":"%s","reason":"申请未通过","notify_url":"%s",\
                "amount":{"refund":%d,"total":%d,"currency":"CNY"}}"""
                        .formatted(refund, number, url, fen, total));
    }

    HttpResponse<String> queryRefund(String refund) {
        return send("GET", "/v3/refund/domestic/refunds/" + refund, "");
    }

    String order(String number, long fen, String notifyUrl) {
        return """
        {"appid":"%s","mchid":"%s","description":"证书服务费","out_trade_no":"%s","notify_url":"%s",
         "amount":{"total":%d,"currency":"CNY"}}"""
                .formatted(merchant.appId(), merchant.merchantId(), number, notifyUrl, fen);
    }

    HttpResponse<String> send(String method, String path, String body) {
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        return sendAs(authorization(method, path, body, timestamp), method, path, body);
    }

    HttpResponse<String> sendAs(String authorization, String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(standIn.baseUrl() + path))
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String authorization(String method, String path, String body, String timestamp) {
        String message = String.join("\n", method, path, timestamp, "nonce123", body, "");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            PrivateKey key =
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(der(merchant.privateKeyPem())));
            signature.initSign(key);
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return "WECHATPAY2-SHA256-RSA2048 mchid=\"%s\",nonce_str=\"nonce123\",signature=\"%s\",timestamp=\"%s\",serial_no=\"%s\""
                    .formatted(
                            merchant.merchantId(),
                            Base64.getEncoder().encodeToString(signature.sign()),
                            timestamp,
                            merchant.certificateSerial());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isOfPlatform(String timestamp, String nonce, String body, String signature) {
        try {
            PublicKey key =
                    KeyFactory.getInstance("RSA")
                            .generatePublic(
                                    new X509EncodedKeySpec(der(merchant.platformPublicKeyPem())));
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(
                    (timestamp + "\n" + nonce + "\n" + body + "\n")
                            .getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }
}
