package org.fourportals.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.fourportals.base.CityTime;
import org.fourportals.base.Folders;
import org.fourportals.intake.internal.ChangesFeed;
import org.fourportals.intake.internal.ColumnTypes;
import org.fourportals.intake.internal.ConnectorFile;
import org.fourportals.intake.internal.ConnectorStore;
import org.fourportals.intake.internal.Feed;
import org.fourportals.intake.internal.FolderFeed;
import org.fourportals.intake.internal.JdbcFeed;
import org.fourportals.intake.internal.Run;
import org.fourportals.intake.internal.TopicFeed;
import org.fourportals.pool.Pool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the connectors described in the folders {@code connectors} of the catalogue and of the data folder, each on a thread of its own and
 * on one node at a time. Their files are read again every half minute; a faulty one is refused, and the others go on.
 */
@Component
public class Connectors implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Connectors.class);

    private final Folders folders;
    private final ConnectorFile files;
    private final ConnectorStore store;
    private final Run run;
    private final CityTime time;
    private final String node = UUID.randomUUID().toString();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Map<String, Instant> found = new ConcurrentHashMap<>();
    private volatile Map<String, Connector> connectors = Map.of();
    private volatile List<ConnectorFault> faults = List.of();
    private volatile boolean closing;

    Connectors(Folders folders, Pool pool, ConnectorStore store, Run run, CityTime time) {
        this.folders = folders;
        this.files = new ConnectorFile(pool.dataSets(), folders.data());
        this.store = store;
        this.run = run;
        this.time = time;
    }

    /** Those that can run, by id. */
    public List<Connector> list() {
        return List.copyOf(connectors.values());
    }

    public Optional<Connector> find(String id) {
        return Optional.ofNullable(connectors.get(id));
    }

    /** The files that were refused, when they were last read. */
    public List<ConnectorFault> faults() {
        return faults;
    }

    public Health health(Connector connector) {
        return store.find(connector.id()).orElseThrow();
    }

    /** How the columns differ for which the connector stands still. */
    public Optional<ColumnChange> change(Connector connector) {
        Health health = health(connector);
        return Optional.ofNullable(health.found()).map(found -> ColumnChange.between(health.seen(), found, connector.mapping().needed()));
    }

    /** Reads the connectors' files. */
    @Scheduled(initialDelay = 0, fixedDelay = 30_000)
    public void refresh() {
        Map<String, Connector> read = new TreeMap<>();
        List<ConnectorFault> wrong = new ArrayList<>();
        for (Path folder : List.of(folders.catalogue().resolve("connectors"), folders.data().resolve("connectors"))) {
            for (Path file : yaml(folder)) {
                try {
                    Connector connector = files.read(file.getFileName().toString(), Files.readString(file));
                    if (read.putIfAbsent(connector.id(), connector) != null) {
                        wrong.add(new ConnectorFault(file.getFileName().toString(), 1, "a second connector " + connector.id()));
                    }
                } catch (ConnectorFile.Refused e) {
                    wrong.add(e.fault());
                } catch (IOException e) {
                    wrong.add(new ConnectorFault(file.getFileName().toString(), 1, "cannot be read, or is not UTF-8"));
                }
            }
        }
        wrong.addAll(sharing(read));
        if (!wrong.equals(faults)) {
            wrong.forEach(fault -> LOG.warn("Connector refused: {}", fault));
        }
        read.keySet().stream().filter(id -> !connectors.containsKey(id)).forEach(store::begin);
        faults = List.copyOf(wrong);
        connectors = read;
    }

    /** A table that is emptied ends all records of its data set, so no other connector may bring some of them. */
    private static List<ConnectorFault> sharing(Map<String, Connector> read) {
        List<Connector> refused = read.values().stream().filter(one -> one.source() instanceof Source.Changes
                && read.values().stream().anyMatch(other -> other != one && other.dataset().equals(one.dataset()))).toList();
        refused.forEach(one -> read.remove(one.id()));
        return refused.stream().map(one -> new ConnectorFault(one.id() + ".yaml", 1, "another connector brings " + one.dataset() + ", which changes: must bring alone")).toList();
    }

    private static List<Path> yaml(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            LOG.warn("Connectors in {} cannot be listed", folder.getFileName(), e);
            return List.of();
        }
    }

    /** Lets every connector go on that is not at work already. */
    @Scheduled(initialDelay = 2_000, fixedDelay = 1_000)
    void work() {
        for (Connector connector : connectors.values()) {
            if (!(connector.source() instanceof Source.Pulled)) {
                continue;
            }
            Instant next = found.getOrDefault(connector.id(), Instant.MIN);
            if (!lock(connector).isLocked() && !next.isAfter(time.now())) {
                Thread.ofVirtual().name("connector-" + connector.id()).start(() -> readAll(connector));
            }
        }
    }

    /** Reads what there is now, on this thread; what cannot be read is noted and tried again later. */
    public void readAll(Connector connector) {
        ReentrantLock lock = lock(connector);
        if (!(connector.source() instanceof Source.Pulled pulled) || !lock.tryLock()) {
            return;
        }
        found.put(connector.id(), time.now().plus(pulled.pause()));
        try {
            Feed feed = feed(connector, pulled);
            Run.Step step = Run.Step.READ;
            while (!closing && step == Run.Step.READ) {
                step = run.step(connector, feed, node);
            }
            if (step == Run.Step.HELD) {
                forget(connector.id()); // a batch held back must be read again from the cursor
            }
        } catch (Feed.Unreadable e) {
            forget(connector.id());
            store.failed(connector.id(), String.valueOf(e.getMessage()));
        } catch (ConnectorStore.LeaseLost e) {
            forget(connector.id());
            LOG.info("Connector {} goes on at another node", connector.id());
        } catch (IOException | RuntimeException e) {
            forget(connector.id());
            LOG.warn("Connector {} failed", connector.id(), e);
            store.failed(connector.id(), e.getClass().getSimpleName() + ": " + e.getMessage());
        } finally {
            lock.unlock();
        }
    }

    /** A source stays open between looks, since what was read of it lately is known there; another file of the connector opens it anew. */
    private Feed feed(Connector connector, Source.Pulled pulled) {
        Open before = open.get(connector.id());
        if (before != null && before.connector().equals(connector)) {
            return before.feed();
        }
        forget(connector.id());
        Feed feed = switch (pulled) {
            case Source.Folder folder -> new FolderFeed(folder, time.clock());
            case Source.Table table -> new JdbcFeed(table, time.clock(), new ColumnTypes(time.zone()));
            case Source.Topic topic -> new TopicFeed(topic, time.clock());
            case Source.Changes changes -> new ChangesFeed(changes, connector.mapping(), time.clock());
        };
        open.put(connector.id(), new Open(connector, feed));
        return feed;
    }

    private record Open(Connector connector, Feed feed) {
    }

    private void forget(String connector) {
        Open before = open.remove(connector);
        if (before != null) {
            try {
                before.feed().close();
            } catch (IOException e) {
                LOG.info("Source of {} did not close", connector, e);
            }
        }
    }

    private ReentrantLock lock(Connector connector) {
        return locks.computeIfAbsent(connector.id(), id -> new ReentrantLock());
    }

    /** Waits until no batch is under way: the pool is closed next. */
    @Override
    public void destroy() {
        closing = true;
        locks.values().forEach(ReentrantLock::lock);
        open.keySet().forEach(this::forget);
        store.release(node);
    }
}
