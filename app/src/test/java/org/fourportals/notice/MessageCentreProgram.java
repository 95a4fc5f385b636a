package org.fourportals.notice;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

import org.jsmpp.PDUStringException;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** A carrier's message centre that speaks real SMPP: takes messages, or answers as a test wants, and brings receipts. */
final class MessageCentreProgram implements ServerMessageReceiverListener, AutoCloseable {

    /** A message as it came in. */
    record Message(String to, String text, String id) {
    }

    private final int port;
    private final SMPPServerSessionListener listener;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile SMPPServerSession session;
    private volatile int answer;
    private volatile String early = "";

    MessageCentreProgram() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        listener = new SMPPServerSessionListener(port);
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        while (true) {
            try {
                SMPPServerSession next = listener.accept();
                next.setMessageReceiverListener(this);
                next.waitForBind(5_000).accept("centre");
                session = next;
            } catch (IOException closed) {
                return;
            } catch (TimeoutException | PDUStringException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    int port() {
        return port;
    }

    List<Message> messages() {
        return messages;
    }

    /** What it answers from now on: 0 for taken. */
    void answer(int commandStatus) {
        answer = commandStatus;
    }

    /** What it says of each message before it has even answered that it took it. */
    void sayEarly(String state) {
        early = state;
    }

    /** Brings a receipt, and returns when it is acknowledged. */
    void receipt(String id, String state) throws Exception {
        deliver("id:" + id + " sub:001 dlvrd:001 submit date:2611230900 done date:2611230901 stat:" + state + " err:000 text:");
    }

    void deliver(String receipt) throws Exception {
        session.deliverShortMessage("", TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, "8613800000000", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN,
                "106", new ESMClass(DeliverSm.composeSmscDeliveryReceipt((byte) 0)), (byte) 0, (byte) 0, new RegisteredDelivery(0),
                new GeneralDataCoding(Alphabet.ALPHA_DEFAULT), receipt.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source) throws ProcessRequestException {
        if (answer != 0) {
            throw new ProcessRequestException("as the test wants", answer);
        }
        OptionalParameter.Message_payload payload = message.getOptionalParameter(OptionalParameter.Message_payload.class);
        String id = "m" + (messages.size() + 1);
        messages.add(new Message(message.getDestAddress(), new String(payload == null ? message.getShortMessage() : payload.getValue(), StandardCharsets.UTF_16BE), id));
        try {
            if (!early.isEmpty()) {
                receipt(id, early);
            }
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        if (session != null) {
            session.close();
        }
    }

    private static ProcessRequestException unused() {
        return new ProcessRequestException("not here", 0x03);
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti request, SMPPServerSession source) throws ProcessRequestException {
        throw unused();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm request, SMPPServerSession source) throws ProcessRequestException {
        throw unused();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm request, SMPPServerSession source) throws ProcessRequestException {
        throw unused();
    }

    @Override
    public void onAcceptCancelSm(CancelSm request, SMPPServerSession source) throws ProcessRequestException {
        throw unused();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm request, SMPPServerSession source) throws ProcessRequestException {
        throw unused();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm request, SMPPServerSession source) throws ProcessRequestException {
        throw unused();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm request, SMPPServerSession source) throws ProcessRequestException {
        throw unused();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm request, Session source) throws ProcessRequestException {
        throw unused();
    }
}
