package org.yinxin.app.walk;

/** A step did not succeed; the message is what was answered. */
final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String step;

    StepFailed(String answered) {
        this("", answered, null);
    }

    StepFailed(String answered, Throwable cause) {
        this("", answered, cause);
    }

    private StepFailed(
            String step, String answered, @org.jspecify.annotations.Nullable Throwable cause) {
        super(answered, cause);
        this.step = step;
    }

    StepFailed at(String name) {
        return new StepFailed(name, String.valueOf(getMessage()), this);
    }

    String step() {
        return step;
    }
}
