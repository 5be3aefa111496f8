package org.yinxin.hall.certificate.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.certificate.CertificatePage;
import org.yinxin.hall.certificate.ListCertificates;
import org.yinxin.hall.certificate.ReadCertificate;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.NextPage;
import org.yinxin.pki.certificate.SerialNumber;

/** Certificates in the open API. A serial is lower-case hexadecimal of whole octets. */
@RestController
@RequestMapping("/api/v1")
class CertificateApi {

    private final ReadCertificate readCertificate;
    private final ListCertificates listCertificates;
    private final BusinessesOfCertificate businesses;

    CertificateApi(
            ReadCertificate readCertificate,
            ListCertificates listCertificates,
            BusinessesOfCertificate businesses) {
        this.readCertificate = readCertificate;
        this.listCertificates = listCertificates;
        this.businesses = businesses;
    }

    /**
     * The subscriber's own certificates, the newest first; with a credit code, those of that organisation. The next page, if
     * there is one, is named in the header {@code Link}.
     */
    @GetMapping("/certificates")
    ResponseEntity<List<CertificateAnswer.Summary>> own(
            @AuthenticationPrincipal Actor.Subscriber who,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String after) {
        ListCertificates.OwnPage page =
                listCertificates.own(who, unit, CertificatePages.serial(after));
        SerialNumber next = page.next();
        return Answers.page(
                page.certificates().stream().map(CertificateAnswer.Summary::of).toList(),
                next == null ? null : NextPage.of("/api/v1/certificates", unit, next.hex()));
    }

    @GetMapping({"/certificates/{serial:[0-9a-f]+}", "/staff/certificates/{serial:[0-9a-f]+}"})
    ResponseEntity<CertificateAnswer> read(
            @AuthenticationPrincipal Actor who, @PathVariable String serial, Locale reader) {
        return Answers.of(
                readCertificate.read(who, serial).map(view -> CertificateAnswer.of(view, reader)));
    }

    /** What can be applied for about a certificate, and when, or why not. */
    @GetMapping("/certificates/{serial:[0-9a-f]+}/businesses")
    ResponseEntity<List<BusinessAnswer>> businesses(
            @AuthenticationPrincipal Actor who, @PathVariable String serial, Locale reader) {
        return Answers.of(
                readCertificate.der(who, serial).map(_ -> businesses.of(who, serial, reader)));
    }

    @GetMapping({
        "/certificates/{serial:[0-9a-f]+}.pem",
        "/staff/certificates/{serial:[0-9a-f]+}.pem"
    })
    ResponseEntity<byte[]> pem(@AuthenticationPrincipal Actor who, @PathVariable String serial) {
        return CertificateFile.pem(serial, Answers.valueOf(readCertificate.der(who, serial)));
    }

    @GetMapping({
        "/certificates/{serial:[0-9a-f]+}.der",
        "/staff/certificates/{serial:[0-9a-f]+}.der"
    })
    ResponseEntity<byte[]> der(@AuthenticationPrincipal Actor who, @PathVariable String serial) {
        return CertificateFile.der(serial, Answers.valueOf(readCertificate.der(who, serial)));
    }

    /**
     * Searches the ledger by the beginning of a serial, a part of a name or code, or a case number. The next page, if there
     * is one, is named in the header {@code Link}.
     */
    @GetMapping("/staff/certificates")
    ResponseEntity<CertificateAnswer.Page> search(
            @AuthenticationPrincipal Actor who,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate day,
            @RequestParam(required = false) @Nullable String after) {
        CertificatePage page =
                Answers.valueOf(
                        listCertificates.search(who, q, day, CertificatePages.serial(after)));
        String next = CertificatePages.next(q, day, page);
        return Answers.page(
                new CertificateAnswer.Page(
                        page.certificates().stream().map(CertificateAnswer.Summary::of).toList(),
                        page.found(),
                        page.orMore()),
                next == null ? null : "/api/v1/staff/certificates" + next);
    }
}
