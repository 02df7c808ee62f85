package org.fourleaf.platform;

/**
 * Fourleaf cannot run as it was asked to, and the operator can put it right. Thrown while starting; ends the process
 * with exit code 1 and two lines on standard error: what is wrong, and what to do.
 */
public final class StartRefused extends RuntimeException {

    private final String remedy;

    public StartRefused(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    public StartRefused(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    /** {@code variable} is the environment variable that moves the listener elsewhere. */
    public static StartRefused portTaken(int port, String variable) {
        return new StartRefused(
                "Port %d is already in use.".formatted(port),
                "Stop the program that listens on it, or set %s to a free port.".formatted(variable));
    }

    public String remedy() {
        return remedy;
    }
}
