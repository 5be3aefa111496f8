package org.yinxin.hall.payment.wechat;

import com.google.gson.JsonParseException;
import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.WechatPayException;
import java.util.function.Function;

/** One call, with every way in which it can fail turned into a value; the library's messages hold too much to be passed on. */
final class Calls {

    private Calls() {}

    interface Call<T> {
        T make();
    }

    /**
     * Makes it.
     *
     * @param refused what the platform's refusal means
     * @param failed what it means that nothing believable was answered
     */
    static <T> T call(
            Call<T> call, Function<ServiceException, T> refused, Function<String, T> failed) {
        try {
            return call.make();
        } catch (ServiceException e) {
            return e.getErrorCode() == null
                    ? failed.apply("HTTP " + e.getHttpStatusCode())
                    : refused.apply(e);
        } catch (HttpException e) {
            Throwable cause = e.getCause();
            return failed.apply(cause == null ? "no answer" : cause.getClass().getSimpleName());
        } catch (WechatPayException | JsonParseException | IllegalArgumentException e) {
            return failed.apply("unbelievable answer: " + e.getClass().getSimpleName());
        }
    }

    /** For the log. */
    static String word(ServiceException refusal) {
        return refusal.getHttpStatusCode() + " " + refusal.getErrorCode();
    }
}
