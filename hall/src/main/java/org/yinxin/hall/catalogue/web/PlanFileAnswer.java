package org.yinxin.hall.catalogue.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A plan as a file to be kept. */
final class PlanFileAnswer {

    private static final MediaType YAML =
            MediaType.parseMediaType("application/yaml;charset=UTF-8");

    private PlanFileAnswer() {}

    static ResponseEntity<byte[]> of(String name, String source) {
        return ResponseEntity.ok()
                .contentType(YAML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".yaml", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(source.getBytes(StandardCharsets.UTF_8));
    }
}
