package org.yinxin.hall.application.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.yinxin.hall.application.VisitView;

/**
 * A visit in the open API.
 *
 * @param mobile masked
 * @param name masked
 * @param certificates the visitor's signing certificates
 */
record VisitJson(
        UUID id,
        String mobile,
        String name,
        Instant receivedAt,
        List<ApplicationJson.Summary> applications,
        List<Certificate> certificates) {

    /** One certificate. */
    record Certificate(String serial, String commonName, String standing, Instant notAfter) {}

    static VisitJson of(VisitView visit, ApplicationJsonWriter writer, Locale reader) {
        return new VisitJson(
                visit.id(),
                visit.mobile(),
                visit.name(),
                visit.at(),
                visit.applications().stream().map(it -> writer.json(it, reader)).toList(),
                visit.certificates().stream()
                        .map(
                                it ->
                                        new Certificate(
                                                it.serial().hex(),
                                                it.commonName(),
                                                it.standing().name(),
                                                it.notAfter()))
                        .toList());
    }
}
