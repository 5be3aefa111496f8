package org.yinxin.hall.identification.source;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the sources are, {@code yinxin.identification.source.*}. A hall none of whose plans needs one may leave it out;
 * asked all the same, it counts as one that does not answer.
 *
 * @param realName mobile numbers, bank cards and faces
 * @param register enterprises
 * @param bank the bank that transfers
 * @param faceCallback where the source of faces reaches {@code /identification/face/notify} from outside
 */
@ConfigurationProperties("yinxin.identification.source")
public record SourceSettings(
        @Nullable Place realName,
        @Nullable Place register,
        @Nullable Place bank,
        @Nullable URI faceCallback) {

    /**
     * One source.
     *
     * @param url below which it answers
     * @param secretFile a file with the secret that it knows us by
     * @param connectWithin how long to wait for a connection
     * @param answerWithin how long to wait for the answer
     */
    public record Place(
            URI url,
            Path secretFile,
            @DefaultValue("2s") Duration connectWithin,
            @DefaultValue("6s") Duration answerWithin) {

        public Place {
            if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
                throw new IllegalArgumentException(
                        "yinxin.identification.source: no http address: " + url);
            }
        }
    }
}
