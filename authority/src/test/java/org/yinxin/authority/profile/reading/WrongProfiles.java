package org.yinxin.authority.profile.reading;

import java.util.List;

/** Two sound profiles, and what can be wrong in them, each with the line and the sentence it is told by. */
final class WrongProfiles {

    static final String PERSON =
            """
            profile: mine
            edition: 2012
            serves: organisation-person
            validity: {months: 12}
            subject:
              - {attribute: C, presence: required, string: printable-string, longest: 2}
              - {attribute: ST, presence: allowed}
              - {attribute: O, presence: required, longest: 40}
              - {attribute: CN, presence: required}
            certificates:
              signing:
                keyUsage: {critical: true, bits: [digitalSignature, nonRepudiation]}
                extendedKeyUsage: {critical: false, purposes: [clientAuth, 1.2.3.4]}
              encryption:
                keyUsage: {critical: true, bits: [keyEncipherment, dataEncipherment, keyAgreement]}
            policies: {authority: true, others: [2.999.7], cps: 'http://ca.example.org/cps/{authority}'}
            crl: true
            access: {ocsp: true, issuer: false}
            identifiers:
              - {oid: identifyCode, from: identity, form: identify-code, write: always, critical: false}
              - {oid: 1.2.156.10260.4.1.4, from: organisation-code, form: printable-string, write: when-known}
            hostNames: forbidden
            """;

    static final String DEVICE =
            """
            profile: gate
            edition: house
            serves: device
            validity: {months: 3}
            subject:
              - {attribute: C, presence: required}
              - {attribute: O, presence: required}
              - {attribute: CN, presence: required}
            certificates:
              single:
                keyUsage: {critical: true, bits: [digitalSignature]}
            crl: false
            hostNames: required
            """;

    private WrongProfiles() {}

    record Wrong(String base, String from, String to, int line, String sentence) {
        @Override
        public String toString() {
            return to.isEmpty() ? "without " + from : to;
        }
    }

    private static Wrong person(String from, String to, int line, String sentence) {
        return new Wrong(PERSON, from, to, line, sentence);
    }

    private static Wrong device(String from, String to, int line, String sentence) {
        return new Wrong(DEVICE, from, to, line, sentence);
    }

    static List<Wrong> all() {
        return List.of(
                person("profile: mine", "profile: Mine", 1, "is no name of a profile"),
                person("profile: mine\n", "", 1, "\"profile\" is missing here (profile)."),
                person("profile: mine", "profile: mine\nprofile: other", 2, "is written twice"),
                person("profile: mine", "profile: [mine]", 1, "\"profile\" must be a text."),
                person("edition: 2012", "edition: Über", 2, "is no name of an edition"),
                person(
                        "serves: organisation-person",
                        "serves: organization-person",
                        3,
                        "did you mean \"organisation-person\"?"),
                person(
                        "serves: organisation-person",
                        "serves: robot",
                        3,
                        "known here: device, natural-person, organisation, organisation-person."),
                person(
                        "{months: 12}",
                        "{months: 0}",
                        4,
                        "\"months\" must be a whole number from 1 to 1200, not 0."),
                person("{months: 12}", "{months: 1201}", 4, "from 1 to 1200, not 1201."),
                person("{months: 12}", "{months: one}", 4, "not one."),
                person(
                        "{months: 12}",
                        "{years: 1}",
                        4,
                        "Unknown key \"years\"; known here: months."),
                person(
                        "{months: 12}",
                        "12",
                        4,
                        "\"validity\" must be a mapping of keys to values."),
                person("attribute: ST", "attribute: S", 7, "\"S\" is no value of \"attribute\""),
                person("attribute: ST", "attribute: C", 7, "C is listed twice; keep one of them."),
                person(
                        "attribute: ST",
                        "attribute: OU",
                        8,
                        "O is too late: GM/T 0015-2012, appendix B"),
                person(
                        "presence: allowed",
                        "presence: forbidden",
                        7,
                        "Leave out what is forbidden"),
                person(
                        "string: printable-string",
                        "string: utf8-string",
                        6,
                        "C is a printable-string of two letters"),
                person(
                        "string: printable-string",
                        "string: ia5-string",
                        6,
                        "\"ia5-string\" is no value of \"string\""),
                person("longest: 2", "longest: 1", 6, "C has two letters"),
                person(
                        "longest: 40",
                        "longest: 65",
                        8,
                        "\"longest\" must be a whole number from 1 to 64, not 65."),
                person(
                        "  - {attribute: CN, presence: required}\n",
                        "",
                        5,
                        "CN is missing: every subject has C, O and CN"),
                person(
                        "  encryption:\n    keyUsage: {critical: true, bits: [keyEncipherment, dataEncipherment, keyAgreement]}\n",
                        "",
                        11,
                        "\"encryption\" is missing."),
                person("  signing:", "  single:", 11, "not both."),
                person(
                        "critical: true, bits: [digitalSignature",
                        "critical: false, bits: [digitalSignature",
                        12,
                        "keyUsage is critical"),
                person(
                        "critical: true, bits: [digitalSignature",
                        "bits: [digitalSignature",
                        12,
                        "keyUsage is critical"),
                person(
                        "critical: true, bits: [digitalSignature",
                        "critical: yes, bits: [digitalSignature",
                        12,
                        "\"critical\" must be true or false."),
                person(
                        "nonRepudiation]",
                        "keyAgreement]",
                        12,
                        "The key usage of the \"signing\" certificate is [digitalSignature, nonRepudiation]"),
                person("nonRepudiation]", "nonRepudation]", 12, "did you mean \"nonRepudiation\"?"),
                person(
                        "nonRepudiation]",
                        "digitalSignature]",
                        12,
                        "\"digitalSignature\" is listed twice."),
                person(
                        "dataEncipherment, keyAgreement]",
                        "dataEncipherment]",
                        15,
                        "The key usage of the \"encryption\" certificate is [keyEncipherment, dataEncipherment, keyAgreement]"),
                person(
                        "[digitalSignature, nonRepudiation]",
                        "[]",
                        12,
                        "\"bits\" must be a list with at least one item."),
                person("clientAuth", "clientAuht", 13, "did you mean \"clientAuth\"?"),
                person("clientAuth", "1.3.6.1.5.5.7.3.2, 1.3.6.1.5.5.7.3.2", 13, "is listed twice"),
                person("clientAuth", "clientAuth, 1.3.6.1.5.5.7.3.2", 13, "is listed twice"),
                person("clientAuth", "1.3.6.1.5.5.7.3.8", 13, "is for units of the authority"),
                person("clientAuth", "1.3.6.1.5.5.7.3.9", 13, "is for units of the authority"),
                person(
                        "{critical: false, purposes: [clientAuth",
                        "{critical: true, purposes: [2.5.29.37.0",
                        13,
                        "that allows any purpose is not critical"),
                person(
                        "dataEncipherment, keyAgreement]}\n",
                        "dataEncipherment, keyAgreement]}\n    extendedKeyUsage: {purposes: [codeSigning]}\n",
                        16,
                        "codeSigning wants a key that makes digital signatures"),
                person("1.2.3.4]", "9.9.9]", 13, "\"9.9.9\" is no object identifier"),
                person(
                        "authority: true, others: [2.999.7]",
                        "authority: false",
                        16,
                        "certificatePolicies is required"),
                person(
                        "[2.999.7]",
                        "[anyPolicy]",
                        16,
                        "\"anyPolicy\" is no object identifier in numbers"),
                person(
                        "'http://ca.example.org/cps/{authority}'",
                        "'http://ca.example.org/政策'",
                        16,
                        "\"cps\" is an address in ASCII"),
                person(
                        "'http://ca.example.org/cps/{authority}'",
                        "'ftp://ca.example.org/cps'",
                        16,
                        "\"cps\" is an address in ASCII"),
                person("crl: true", "crl: false", 17, "CRLDistributionPoints is required"),
                person(
                        "{ocsp: true, issuer: false}",
                        "{ocsp: false, issuer: false}",
                        18,
                        "authorityInfoAccess is required"),
                device(
                        "crl: false",
                        "crl: false\naccess: {ocsp: false}",
                        12,
                        "Nobody could learn of a revocation"),
                device(
                        "crl: false",
                        "policies: {authority: false, cps: 'http://a.example/'}",
                        12,
                        "\"cps\" belongs to a policy"),
                person(
                        "oid: 1.2.156.10260.4.1.4",
                        "oid: 1.2.156.10260.4.1.1",
                        21,
                        "1.2.156.10260.4.1.1 is already in line 20"),
                person(
                        "oid: identifyCode",
                        "oid: identityCode",
                        20,
                        "and no name of one; did you mean \"identifyCode\"?"),
                person(
                        "oid: 1.2.156.10260.4.1.4",
                        "oid: 2.5.29.17",
                        21,
                        "2.5.29.17 is an extension of RFC 5280"),
                person(
                        "oid: 1.2.156.10260.4.1.4",
                        "oid: 1.3.6.1.5.5.7.1.1",
                        21,
                        "is an extension of RFC 5280"),
                person(
                        "form: printable-string",
                        "form: utf8-string",
                        21,
                        "organizationCode is written as printable-string"),
                person(
                        "form: identify-code",
                        "form: printable-string",
                        20,
                        "An identify-code comes from identity"),
                person(
                        "from: organisation-code, form: printable-string",
                        "from: organisation-code, form: identify-code",
                        21,
                        "An identify-code comes from identity"),
                person(
                        "oid: 1.2.156.10260.4.1.4, from: organisation-code",
                        "oid: 1.2.3.5, from: military-officer-card",
                        21,
                        "it is a utf8-string"),
                person(
                        "write: always, critical: false",
                        "write: always, critical: true",
                        20,
                        "An identifier is not critical"),
                person(
                        "write: always",
                        "write: sometimes",
                        20,
                        "\"sometimes\" is no value of \"write\""),
                person("from: identity", "form: identity", 20, "\"form\" is written twice"),
                device(
                        "crl: false",
                        "identifiers:\n  - {oid: 1.2.3.5, from: passport, form: utf8-string, write: never}",
                        13,
                        "Only a person has an identity document"),
                person(
                        "serves: organisation-person",
                        "serves: natural-person",
                        21,
                        "A natural person has no organisation code."),
                person(
                        "hostNames: forbidden",
                        "hostNames: allowed",
                        22,
                        "belong into \"single\" certificates of devices"),
                person(
                        "hostNames: forbidden",
                        "hostnames: forbidden",
                        22,
                        "Unknown key \"hostnames\"; did you mean \"hostNames\"?"),
                person("hostNames: forbidden", "identifiers: none", 22, "is written twice"));
    }
}
