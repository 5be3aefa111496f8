package org.yinxin.authority.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.CrossCertificates;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.crl.SignedCrl;
import org.yinxin.pki.ocsp.CertificateId;
import org.yinxin.pki.ocsp.Nonce;
import org.yinxin.pki.ocsp.OcspRequest;

class PublicAddressesTest {

    private static final byte[] MALFORMED = {0x30, 3, 0x0a, 1, 1};

    @TempDir private static Path folder;
    private static AuthorityBench bench;
    private static MockMvc http;

    @BeforeAll
    static void open() {
        bench = new AuthorityBench(folder);
        http =
                MockMvcBuilders.standaloneSetup(
                                new AuthorityCertificateController(
                                        bench.authorities,
                                        new CrossCertificates(bench.jdbc),
                                        new AuthorityDirectory(
                                                bench.authorities,
                                                new CrossCertificates(bench.jdbc),
                                                bench.addresses,
                                                URI.create("http://127.0.0.1:8080/cps.pdf"))),
                                new CrlController(bench.publishCrl(), bench.clock),
                                new OcspController(bench.answerOcsp()))
                        .build();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static byte[] question(@Nullable Nonce nonce) {
        CertificationAuthority issuer = bench.issuing();
        SerialNumber serial = SerialNumber.random(bench.random);
        return new OcspRequest(
                        List.of(
                                CertificateId.of(
                                        issuer.name(),
                                        issuer.publicKey(),
                                        serial,
                                        OIWObjectIdentifiers.idSHA1)),
                        nonce)
                .encoded();
    }

    @Test
    void certificates_of_authorities_are_served_in_der() throws Exception {
        for (var code : List.of(bench.code(), bench.rootCode())) {
            http.perform(get("/ca/" + code + ".cer"))
                    .andExpect(status().isOk())
                    .andExpect(content().contentType("application/pkix-cert"))
                    .andExpect(header().string("Cache-Control", containsString("public")))
                    .andExpect(
                            content()
                                    .bytes(
                                            bench.authorities
                                                    .find(code)
                                                    .orElseThrow()
                                                    .certificate()
                                                    .encoded()));
        }
    }

    @Test
    void everything_that_a_relying_party_needs_is_found_from_one_address() throws Exception {
        String text =
                http.perform(get("/ca"))
                        .andExpect(status().isOk())
                        .andExpect(content().contentType("text/plain;charset=UTF-8"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(text)
                .contains(
                        """
                        authority yinxin-demo
                        name C=CN,O=印信演示认证中心,CN=印信演示认证中心 Yinxin Demonstration Authority
                        state issuing
                        certified-by yinxin-demo-root
                        """)
                .contains(
                        """
                        policy 2.999.156.1
                        practice-statement http://127.0.0.1:8080/cps.pdf
                        certificate http://127.0.0.1:8080/ca/yinxin-demo.cer
                        revocation-list http://127.0.0.1:8080/crl/yinxin-demo.crl
                        status-service http://127.0.0.1:8080/ocsp/yinxin-demo
                        """)
                .doesNotContain("cross-certificate");
        http.perform(get("/ca/yinxin-demo/certified-by/yinxin-demo-root.cer"))
                .andExpect(status().isNotFound());
        http.perform(get(URI.create("/ca/yinxin-demo/certified-by/NO%20CODE.cer")))
                .andExpect(status().isNotFound());
    }

    @Test
    void crls_say_how_long_they_may_be_kept_and_can_be_asked_for_again_cheaply() throws Exception {
        var answer =
                http.perform(get("/crl/" + bench.code() + ".crl"))
                        .andExpect(status().isOk())
                        .andExpect(content().contentType("application/pkix-crl"))
                        .andExpect(header().exists("Last-Modified"))
                        .andExpect(header().exists("Expires"))
                        .andReturn()
                        .getResponse();
        SignedCrl crl = SignedCrl.parse(answer.getContentAsByteArray());
        assertThat(crl.isSignedBy(bench.issuing().verificationKey())).isTrue();
        String tag = String.valueOf(answer.getHeader("ETag"));
        http.perform(get("/crl/" + bench.code() + ".crl").header("If-None-Match", tag))
                .andExpect(status().isNotModified());
    }

    @Test
    void lists_of_changes_have_an_address_of_their_own() throws Exception {
        byte[] answer =
                http.perform(get("/crl/" + bench.code() + "/delta.crl"))
                        .andExpect(status().isOk())
                        .andExpect(content().contentType("application/pkix-crl"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        assertThat(SignedCrl.parse(answer).base()).isPresent();
    }

    @Test
    void a_part_of_a_list_can_be_asked_for() throws Exception {
        String address = "/crl/" + bench.code() + ".crl";
        byte[] whole = http.perform(get(address)).andReturn().getResponse().getContentAsByteArray();
        http.perform(get(address).header("Range", "bytes=5-14"))
                .andExpect(status().isPartialContent())
                .andExpect(content().bytes(Arrays.copyOfRange(whole, 5, 15)));
    }

    @Test
    void shards_that_no_certificate_names_are_not_found() throws Exception {
        for (String shard : List.of("0", "1", "01", "x", "-1", "99999999999")) {
            http.perform(get(URI.create("/crl/" + bench.code() + "/" + shard + ".crl")))
                    .andExpect(status().isNotFound());
            http.perform(get(URI.create("/crl/" + bench.code() + "/" + shard + "/delta.crl")))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void ocsp_answers_by_post_and_nobody_keeps_that() throws Exception {
        byte[] answer =
                http.perform(
                                post("/ocsp/" + bench.code())
                                        .contentType("application/ocsp-request")
                                        .content(question(new Nonce(new byte[] {1}))))
                        .andExpect(status().isOk())
                        .andExpect(content().contentType("application/ocsp-response"))
                        .andExpect(header().string("Cache-Control", "no-store"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        assertThat(new OCSPResp(answer).getStatus()).isZero();
    }

    @Test
    void ocsp_answers_by_get_whatever_base64_looks_like() throws Exception {
        boolean slash = false;
        boolean plus = false;
        for (int i = 0; i < 40 || !slash || !plus; i++) {
            byte[] question = question(null);
            String text = Base64.getEncoder().encodeToString(question);
            slash |= text.contains("/");
            plus |= text.contains("+");
            String escaped = text.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
            for (String path : List.of(text, escaped)) {
                byte[] answer =
                        http.perform(get(URI.create("/ocsp/" + bench.code() + "/" + path)))
                                .andExpect(status().isOk())
                                .andExpect(
                                        header().string(
                                                        "Cache-Control",
                                                        containsString("max-age=1")))
                                .andReturn()
                                .getResponse()
                                .getContentAsByteArray();
                assertThat(new OCSPResp(answer).getStatus()).isZero();
            }
        }
    }

    @Test
    void an_answer_with_a_nonce_is_not_for_others() throws Exception {
        String text = Base64.getEncoder().encodeToString(question(new Nonce(new byte[] {1, 2, 3})));
        http.perform(get(URI.create("/ocsp/" + bench.code() + "/" + text)))
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void noise_gets_the_error_of_the_protocol() throws Exception {
        for (byte[] noise :
                List.of(
                        new byte[0],
                        "hello".getBytes(StandardCharsets.US_ASCII),
                        new byte[1_000_000])) {
            http.perform(post("/ocsp/" + bench.code()).content(noise))
                    .andExpect(status().isOk())
                    .andExpect(content().bytes(MALFORMED))
                    .andExpect(header().string("Cache-Control", "no-store"));
        }
        for (String path : List.of("x", "%F0%9F", "MEUw", "!!!", "a/b/c")) {
            http.perform(get(URI.create("/ocsp/" + bench.code() + "/" + path)))
                    .andExpect(status().isOk())
                    .andExpect(content().bytes(MALFORMED));
        }
    }

    @Test
    void unknown_authorities_are_not_found() throws Exception {
        for (String code : List.of("nobody", "NOT%20A%20CODE", "..%5C")) {
            http.perform(get(URI.create("/ca/" + code + ".cer"))).andExpect(status().isNotFound());
            http.perform(get(URI.create("/crl/" + code + ".crl"))).andExpect(status().isNotFound());
            http.perform(get(URI.create("/crl/" + code + "/delta.crl")))
                    .andExpect(status().isNotFound());
            http.perform(get(URI.create("/ocsp/" + code + "/MEUw")))
                    .andExpect(status().isNotFound());
            http.perform(post(URI.create("/ocsp/" + code)).content(question(null)))
                    .andExpect(status().isNotFound());
        }
    }
}
