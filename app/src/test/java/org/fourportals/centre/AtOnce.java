package org.fourportals.centre;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many threads that begin together. */
final class AtOnce {

    private AtOnce() {
    }

    interface Work<T> {
        List<T> by(int thread);
    }

    /** What each returned, in one list. Thread numbers begin at 1. */
    static <T> List<T> run(int threads, Work<T> work) throws Exception {
        var ready = new CountDownLatch(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<List<T>>> all = IntStream.rangeClosed(1, threads).<Callable<List<T>>>mapToObj(n -> () -> {
                ready.countDown();
                ready.await();
                return work.by(n);
            }).toList();
            var results = new ArrayList<T>();
            for (Future<List<T>> result : pool.invokeAll(all)) {
                results.addAll(result.get());
            }
            return results;
        }
    }
}
