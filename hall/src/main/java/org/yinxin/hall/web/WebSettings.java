package org.yinxin.hall.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the edge, {@code yinxin.web.*}.
 *
 * @param demonstration whether stand-ins are behind the hall; every page then says so
 * @param keyAgent the origin of the key agent on the subscriber's computer; the only foreign origin that pages may
 *     speak to
 * @param address where people reach the hall from outside, for links in letters; without a path
 */
@ConfigurationProperties("yinxin.web")
public record WebSettings(
        @DefaultValue("false") boolean demonstration,
        @DefaultValue("http://127.0.0.1:17170") String keyAgent,
        @DefaultValue("http://127.0.0.1:8080") String address) {

    private static final String ORIGIN = "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?";

    public WebSettings {
        if (!keyAgent.matches(ORIGIN)) {
            throw new IllegalArgumentException(
                    "yinxin.web.key-agent is not an origin: " + keyAgent);
        }
        if (!address.matches(ORIGIN)) {
            throw new IllegalArgumentException("yinxin.web.address is not an origin: " + address);
        }
    }
}
