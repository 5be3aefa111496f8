package org.yinxin.hall.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457) as every refused API call answers it.
 *
 * @param type {@code urn:yinxin:error:} and the number
 * @param title the stable name of the refusal
 * @param status the HTTP status, repeated
 * @param detail what happened and what to do, in the language of the request
 * @param code the stable number, to be matched by programs
 * @param errors what is wrong with single fields
 * @param incident the number under which the log tells more; only for faults of ours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        int code,
        List<FieldMessage> errors,
        @Nullable String incident) {

    public ProblemDocument {
        errors = List.copyOf(errors);
    }
}
