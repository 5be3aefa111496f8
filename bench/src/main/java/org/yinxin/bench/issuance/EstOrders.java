package org.yinxin.bench.issuance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.bench.site.DurableAuthority;
import org.yinxin.pki.key.KeyAlgorithm;

/** Orders certificates of devices over HTTP, as machines do by EST (RFC 7030, 4.2.1). */
final class EstOrders implements Orders {

    /** What a machine may have of certificates. */
    static final int OF_ONE_MACHINE = 1000;

    static final String NAME =
            "certificates of devices over HTTP, by EST; the clients in a process of their own";

    private static final int OK = 200;

    /**
     * A machine that is registered.
     *
     * @param secret as its registration has told it
     */
    record Machine(String name, String secret) {

        String credentials() {
            return "Basic "
                    + Base64.getEncoder()
                            .encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final List<Machine> machines;
    private final Brought brought;
    private final AtomicInteger ordered = new AtomicInteger();

    EstOrders(String hall, List<Machine> machines, KeyAlgorithm algorithm) {
        this.address =
                URI.create(hall + "/.well-known/est/" + DurableAuthority.CODE + "/simpleenroll");
        this.machines = machines;
        this.brought = new Brought(algorithm, SingleOrders.SUBJECT);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void bring(int count) {
        brought.fill(count);
    }

    @Override
    public boolean order() {
        Brought.One next = brought.next();
        // One after the other: a machine's own requests wait for each other.
        Machine machine = machines.get(ordered.getAndIncrement() % machines.size());
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/pkcs10")
                        .header("Authorization", machine.credentials())
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        Base64.getMimeEncoder().encode(next.request())))
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == OK && certifies(answer.body(), next.key());
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean certifies(byte[] body, PublicKey key) {
        SignedData answer =
                SignedData.getInstance(
                        ContentInfo.getInstance(Base64.getMimeDecoder().decode(body)).getContent());
        Certificate certificate = Certificate.getInstance(answer.getCertificates().getObjectAt(0));
        return Arrays.equals(
                certificate.getSubjectPublicKeyInfo().getPublicKeyData().getOctets(),
                SubjectPublicKeyInfo.getInstance(key.getEncoded()).getPublicKeyData().getOctets());
    }
}
