package org.yinxin.bench.issuance;

/** Threads of the hall's own process: what they compute is in its figures. */
record OwnClients(Orders orders, Clients clients) implements Load {

    @Override
    public String name() {
        return orders.name();
    }

    @Override
    public void bring(int count) {
        orders.bring(count);
    }

    @Override
    public Taken during(int seconds) {
        return clients.during(seconds, orders);
    }

    @Override
    public double computed() {
        return 0;
    }

    @Override
    public void close() {}
}
