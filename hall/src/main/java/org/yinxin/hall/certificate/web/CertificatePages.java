package org.yinxin.hall.certificate.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.certificate.CertificateSummary;
import org.yinxin.hall.certificate.CertificateUse;
import org.yinxin.hall.certificate.ListCertificates;
import org.yinxin.hall.certificate.ReadCertificate;
import org.yinxin.hall.web.Answers;

/** 证书: a subscriber's own certificates, one certificate in plain words, and the ledger for staff. */
@Controller
class CertificatePages {

    private final ReadCertificate readCertificate;
    private final ListCertificates listCertificates;
    private final BusinessesOfCertificate businesses;

    CertificatePages(
            ReadCertificate readCertificate,
            ListCertificates listCertificates,
            BusinessesOfCertificate businesses) {
        this.readCertificate = readCertificate;
        this.listCertificates = listCertificates;
        this.businesses = businesses;
    }

    @GetMapping("/certificates")
    String own(@AuthenticationPrincipal Actor.Subscriber who, Model model, Locale reader) {
        List<CertificateSummary> own = listCertificates.own(who);
        model.addAttribute("certificates", own);
        // Each pair is offered its businesses once, at its signing certificate.
        model.addAttribute(
                "businesses",
                own.stream()
                        .filter(one -> one.use() == CertificateUse.SIGN)
                        .collect(
                                Collectors.toMap(
                                        one -> one.serial().hex(),
                                        one -> businesses.of(who, one.serial().hex(), reader))));
        return "certificate/web/certificates";
    }

    @GetMapping("/staff/certificates")
    String search(
            @AuthenticationPrincipal Actor who,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate day,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("page", Answers.valueOf(listCertificates.search(who, q, day, page)));
        model.addAttribute(
                "link",
                "/staff/certificates?q="
                        + URLEncoder.encode(q, StandardCharsets.UTF_8)
                        + (day == null ? "" : "&day=" + day)
                        + "&page=");
        model.addAttribute("day", day);
        return "certificate/web/ledger";
    }

    @GetMapping("/certificates/{serial:[0-9a-f]+}")
    String read(
            @AuthenticationPrincipal Actor who,
            @PathVariable String serial,
            Model model,
            Locale reader) {
        model.addAttribute("businesses", businesses.of(who, serial, reader));
        return show(who, serial, "/certificates", model);
    }

    @GetMapping("/staff/certificates/{serial:[0-9a-f]+}")
    String readAsStaff(
            @AuthenticationPrincipal Actor who, @PathVariable String serial, Model model) {
        return show(who, serial, "/staff/certificates", model);
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

    private String show(Actor who, String serial, String room, Model model) {
        model.addAttribute("certificate", Answers.valueOf(readCertificate.read(who, serial)));
        model.addAttribute("room", room);
        return "certificate/web/certificate";
    }
}
