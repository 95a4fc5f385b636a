package org.fourportals.pool;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a pool lies in a Cassandra cluster and how to get in.
 *
 * @param contactPoints some nodes; the others are found through them
 * @param datacenter the one whose nodes are asked; a majority of its copies must answer
 * @param keyspace lower-case letters, digits and underscores; made if it is not there
 * @param replication how many nodes of the data centre hold each record when the keyspace is made
 * @param access {@code null} if the cluster asks for none
 * @param management host and port of every node's JMX, by which an erasure is forced from the disks; empty if that is left to the operator
 */
public record CassandraPlace(List<InetSocketAddress> contactPoints, String datacenter, String keyspace, int replication,
                             @Nullable Access access, List<String> management) {

    /**
     * How to get in.
     *
     * @param user blank if the cluster asks for none
     * @param tls whether to speak TLS, with the stores of {@code javax.net.ssl.*} and checked host names
     */
    public record Access(String user, String password, boolean tls) {

        @Override
        public String toString() {
            return "Access[" + user + "]";
        }
    }

    /** @throws IllegalArgumentException without contact points, or for a keyspace of another form */
    public CassandraPlace {
        contactPoints = List.copyOf(contactPoints);
        management = List.copyOf(management);
        if (contactPoints.isEmpty()) {
            throw new IllegalArgumentException("a pool on Cassandra needs the address of a node");
        }
        if (!keyspace.matches("[a-z][a-z0-9_]{0,47}")) {
            throw new IllegalArgumentException("\"" + keyspace + "\" is no name of a keyspace: lower-case letters, digits and underscores");
        }
        if (replication < 1) {
            throw new IllegalArgumentException("each record must be held by one node at least");
        }
    }
}
