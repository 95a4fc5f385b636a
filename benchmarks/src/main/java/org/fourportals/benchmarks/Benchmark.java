package org.fourportals.benchmarks;

/** One benchmark, called by its name: {@code ./fourportals bench NAME}. */
public interface Benchmark {

    /** The name it is called by. */
    String name();

    /** What it measures and which options it has, for people. */
    String help();

    /** Measures. Throws {@link IllegalArgumentException}, with what is wrong, for options that it does not take. */
    void run(Options options, Results results) throws Exception;
}
