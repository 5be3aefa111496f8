package org.yinxin.standins.wechat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All orders, by the merchant's number; in memory. */
final class Trades {

    private final Map<String, Trade> byNumber = new HashMap<>();
    private final Map<String, String> numberByCode = new HashMap<>();

    synchronized Optional<Trade> find(String outTradeNo) {
        return Optional.ofNullable(byNumber.get(outTradeNo));
    }

    synchronized Optional<Trade> findByCode(String codeUrl) {
        return Optional.ofNullable(numberByCode.get(codeUrl)).map(byNumber::get);
    }

    /** Adds the trade unless its number is taken; answers the one that is now there. */
    synchronized Trade putIfAbsent(Trade trade) {
        Trade there = byNumber.putIfAbsent(trade.request().outTradeNo(), trade);
        if (there != null) {
            return there;
        }
        numberByCode.put(trade.codeUrl(), trade.request().outTradeNo());
        return trade;
    }

    /** Changes one trade; nobody sees it half changed, and two changes come one after the other. */
    synchronized Optional<Trade> change(String outTradeNo, UnaryOperator<Trade> change) {
        return Optional.ofNullable(
                byNumber.computeIfPresent(outTradeNo, (_, trade) -> change.apply(trade)));
    }

    synchronized int paid() {
        return (int)
                byNumber.values().stream()
                        .filter(trade -> trade.state() instanceof Trade.State.Paid)
                        .count();
    }

    synchronized int all() {
        return byNumber.size();
    }
}
