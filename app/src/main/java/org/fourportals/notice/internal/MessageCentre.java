package org.fourportals.notice.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.fourportals.notice.Channel;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The line to the carrier's message centre: opened when first needed and again after it broke; receipts come in by it. */
@Component
class MessageCentre implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MessageCentre.class);
    private static final int SYSTEM_ERROR = 0x08;

    private final SmsSettings settings;
    private final ObjectProvider<Receipts> receipts;
    private @Nullable SMPPSession open;

    /** @param receipts asked for late: what follows on a receipt goes by the carriers, of which this is one */
    MessageCentre(SmsSettings settings, ObjectProvider<Receipts> receipts) {
        this.settings = settings;
        this.receipts = receipts;
    }

    /** @throws IOException if the centre cannot be reached or does not let us in */
    synchronized SMPPSession line() throws IOException {
        if (open != null && open.getSessionState().isBound()) {
            return open;
        }
        close();
        SMPPSession fresh = new SMPPSession();
        long millis = settings.seconds() * 1000L;
        fresh.setTransactionTimer(millis);
        fresh.setEnquireLinkTimer(30_000);
        fresh.setMessageReceiverListener(new Incoming());
        try {
            fresh.connectAndBind(settings.host(), settings.port(), new BindParameter(BindType.BIND_TRX, settings.user(), settings.password(), "",
                    TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null), millis);
        } catch (IOException | RuntimeException e) {
            fresh.close();
            throw e;
        }
        open = fresh;
        return fresh;
    }

    /** The line hangs or is broken; the next one who needs it opens another. */
    synchronized void drop(SMPPSession broken) {
        if (broken.equals(open)) {
            close();
        }
    }

    private void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    @Override
    public synchronized void destroy() {
        if (open != null) {
            open.unbindAndClose();
        }
    }

    /** What comes in: receipts. What cannot be read is logged and acknowledged, as it would only come again. */
    private final class Incoming implements MessageReceiverListener {

        @Override
        public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
            if (!message.isSmscDeliveryReceipt()) {
                return;
            }
            try {
                take(message.getShortMessageAsDeliveryReceipt());
            } catch (InvalidDeliveryReceiptException e) {
                LOG.warn("A receipt of the message centre cannot be read: {}",
                        new String(message.getShortMessage(), StandardCharsets.US_ASCII).replaceAll("\\p{Cntrl}", " "));
            } catch (RuntimeException e) {
                LOG.error("A receipt could not be kept; the message centre will bring it again", e);
                throw new ProcessRequestException("not kept", SYSTEM_ERROR);
            }
        }

        private void take(DeliveryReceipt receipt) {
            if (receipt.getId() == null || receipt.getFinalStatus() == null) {
                return;
            }
            switch (receipt.getFinalStatus()) {
                case DELIVRD -> receipts.getObject().take(Channel.SMS, receipt.getId(), true, receipt.getFinalStatus().name());
                case EXPIRED, DELETED, UNDELIV, REJECTD ->
                        receipts.getObject().take(Channel.SMS, receipt.getId(), false, receipt.getFinalStatus() + " " + receipt.getError());
                case ENROUTE, ACCEPTD, UNKNOWN -> { }
            }
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification notification) {
            // Nobody waits for it.
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw new ProcessRequestException("not taken", SYSTEM_ERROR);
        }
    }
}
