package org.yinxin.hall.certificate.web;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.certificate.CertificateBusinesses;

/** What can be applied for about a certificate, in the reader's language; nothing where nobody knows it. */
@Component
class BusinessesOfCertificate {

    private final ObjectProvider<CertificateBusinesses> businesses;
    private final MessageSource messages;

    BusinessesOfCertificate(
            ObjectProvider<CertificateBusinesses> businesses, MessageSource messages) {
        this.businesses = businesses;
        this.messages = messages;
    }

    List<BusinessAnswer> of(Actor who, String serial, Locale reader) {
        return who instanceof Actor.Subscriber subscriber
                ? businesses.stream()
                        .flatMap(each -> each.about(subscriber, serial).stream())
                        .map(one -> BusinessAnswer.of(one, messages, reader))
                        .toList()
                : List.of();
    }
}
