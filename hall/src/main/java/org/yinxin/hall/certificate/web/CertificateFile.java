package org.yinxin.hall.certificate.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A certificate as a file to keep. */
final class CertificateFile {

    private CertificateFile() {}

    static ResponseEntity<byte[]> der(String serial, byte[] der) {
        return file(serial + ".der", "application/pkix-cert", der);
    }

    static ResponseEntity<byte[]> pem(String serial, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        String pem = "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        return file(
                serial + ".pem", "application/x-pem-file", pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .headers(
                        headers ->
                                headers.setContentDisposition(
                                        ContentDisposition.attachment().filename(name).build()))
                .body(content);
    }
}
