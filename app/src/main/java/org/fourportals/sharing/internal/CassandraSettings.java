package org.fourportals.sharing.internal;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import org.fourportals.pool.CassandraPlace;
import org.jspecify.annotations.Nullable;

/** Reads where the pool lies in a Cassandra cluster, the same for the system ({@code fourportals.pool.cassandra.*}) and its commands. */
final class CassandraSettings {

    private static final int CLIENTS = 9042;
    private static final int MANAGEMENT = 7199;

    private final UnaryOperator<@Nullable String> settings;

    /** @param settings the value of a name, or null if none is given */
    CassandraSettings(UnaryOperator<@Nullable String> settings) {
        this.settings = settings;
    }

    /** @throws IllegalArgumentException naming the setting that is missing or cannot be understood */
    CassandraPlace place() {
        var points = addresses("contact-points", CLIENTS);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("contact-points is missing: HOST or HOST:PORT of some nodes, separated by commas");
        }
        return new CassandraPlace(points, required("datacenter"), value("keyspace", "fourportals_pool"), number("replication", 3), access(),
                addresses("management", MANAGEMENT).stream().map(address -> address.getHostString() + ":" + address.getPort()).toList());
    }

    private CassandraPlace.@Nullable Access access() {
        String user = value("user", "");
        boolean tls = switch (value("tls", "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("tls must be true or false");
        };
        return user.isBlank() && !tls ? null : new CassandraPlace.Access(user, value("password", ""), tls);
    }

    private List<InetSocketAddress> addresses(String name, int port) {
        return Arrays.stream(value(name, "").split(",")).map(String::strip).filter(address -> !address.isEmpty())
                .map(address -> address(name, address, port)).toList();
    }

    private static InetSocketAddress address(String name, String written, int port) {
        int colon = written.lastIndexOf(':');
        try {
            return colon < 0 ? new InetSocketAddress(written, port)
                    : new InetSocketAddress(written.substring(0, colon), Integer.parseInt(written.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": \"" + written + "\" is no address; write HOST:PORT", e);
        }
    }

    private int number(String name, int otherwise) {
        try {
            return Integer.parseInt(value(name, Integer.toString(otherwise)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number", e);
        }
    }

    private String required(String name) {
        String value = value(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private String value(String name, String otherwise) {
        String value = settings.apply(name);
        return value == null ? otherwise : value;
    }
}
