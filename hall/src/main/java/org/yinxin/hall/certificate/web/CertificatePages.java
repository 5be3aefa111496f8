package org.yinxin.hall.certificate.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.yinxin.hall.certificate.CertificatePage;
import org.yinxin.hall.certificate.CertificateSummary;
import org.yinxin.hall.certificate.CertificateUse;
import org.yinxin.hall.certificate.ListCertificates;
import org.yinxin.hall.certificate.ReadCertificate;
import org.yinxin.hall.subscriber.Agents;
import org.yinxin.hall.web.Answers;
import org.yinxin.pki.certificate.SerialNumber;

/** 证书: a subscriber's own certificates, one certificate in plain words, and the ledger for staff. */
@Controller
class CertificatePages {

    /**
     * Each pair is offered its businesses once, at its signing certificate. Of so many pairs the list tells them all; who
     * has more reads them at the certificate, for every single one asks the plan, the authority and the open cases.
     */
    private static final int WITH_BUSINESSES = 5;

    private final ReadCertificate readCertificate;
    private final ListCertificates listCertificates;
    private final Agents agents;
    private final BusinessesOfCertificate businesses;

    CertificatePages(
            ReadCertificate readCertificate,
            ListCertificates listCertificates,
            Agents agents,
            BusinessesOfCertificate businesses) {
        this.readCertificate = readCertificate;
        this.listCertificates = listCertificates;
        this.agents = agents;
        this.businesses = businesses;
    }

    @GetMapping("/certificates")
    String own(
            @AuthenticationPrincipal Actor.Subscriber who,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale reader) {
        String place = serial(after);
        ListCertificates.OwnPage page = listCertificates.own(who, unit, place);
        List<CertificateSummary> own = page.certificates();
        SerialNumber next = page.next();
        model.addAttribute("more", next == null ? null : next.hex());
        model.addAttribute("later", place != null);
        model.addAttribute("units", agents.actingFor(who.account()));
        model.addAttribute("unit", unit);
        model.addAttribute("certificates", own);
        List<String> pairs =
                own.stream()
                        .filter(one -> one.use() == CertificateUse.SIGN)
                        .map(one -> one.serial().hex())
                        .toList();
        model.addAttribute("apart", pairs.size() > WITH_BUSINESSES);
        model.addAttribute(
                "businesses",
                pairs.size() > WITH_BUSINESSES
                        ? Map.of()
                        : pairs.stream()
                                .collect(
                                        Collectors.toMap(
                                                pair -> pair,
                                                pair -> businesses.of(who, pair, reader))));
        return "certificate/web/certificates";
    }

    @GetMapping("/staff/certificates")
    String search(
            @AuthenticationPrincipal Actor who,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate day,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        CertificatePage page = Answers.valueOf(listCertificates.search(who, q, day, serial(after)));
        model.addAttribute("q", q);
        model.addAttribute("found", page);
        model.addAttribute("next", next(q, day, page));
        model.addAttribute("first", after == null ? null : query(q, day));
        model.addAttribute("day", day);
        return "certificate/web/ledger";
    }

    /** A place that cannot be one is taken for the beginning. */
    static @Nullable String serial(@Nullable String after) {
        return after == null || !after.matches("[0-9a-f]{2,40}") ? null : after;
    }

    static @Nullable String next(String q, @Nullable LocalDate day, CertificatePage page) {
        SerialNumber next = page.next();
        return next == null ? null : query(q, day) + "&after=" + next.hex();
    }

    private static String query(String q, @Nullable LocalDate day) {
        return "?q="
                + URLEncoder.encode(q, StandardCharsets.UTF_8)
                + (day == null ? "" : "&day=" + day);
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
