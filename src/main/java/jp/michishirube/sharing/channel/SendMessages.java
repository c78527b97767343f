package jp.michishirube.sharing.channel;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.michishirube.municipality.Installation;
import jp.michishirube.sharing.code.Holder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Carries what is due to the providers, in the background, each way by itself: a provider that is slow holds up no other. */
@Component
class SendMessages {

    private static final Logger LOG = LoggerFactory.getLogger(SendMessages.class);
    private static final int AT_ONCE = 100;
    private static final int LINES = 8;

    private final Queue queue;
    private final WriteLetter write;
    private final SealedLinks links;
    private final Installation installation;
    private final Map<Way, Channel> channels = new EnumMap<>(Way.class);
    private final Map<Holder.Kind, AddressBook> books = new EnumMap<>(Holder.Kind.class);
    private final Map<Way, AtomicBoolean> busy = new EnumMap<>(Way.class);
    private final ExecutorService ways = Executors.newCachedThreadPool(SendMessages::thread);
    private final ExecutorService lines = Executors.newFixedThreadPool(LINES, SendMessages::thread);

    SendMessages(Queue queue, WriteLetter write, SealedLinks links, Installation installation, List<Channel> channels, List<AddressBook> books) {
        this.queue = queue;
        this.write = write;
        this.links = links;
        this.installation = installation;
        channels.forEach(c -> this.channels.put(c.way(), c));
        channels.forEach(c -> busy.put(c.way(), new AtomicBoolean()));
        books.forEach(b -> this.books.put(b.of(), b));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "outbox");
        thread.setDaemon(true);
        return thread;
    }

    @Scheduled(fixedDelayString = "${michishirube.outbox.every:3s}", initialDelayString = "${michishirube.outbox.every:3s}")
    void tick() {
        if (installation.isHeld()) {
            return;
        }
        int lost = queue.recover(channels.values().stream().filter(Channel::takesKey).map(Channel::way).toList());
        if (lost > 0) {
            LOG.warn("of {} messages nobody knows whether they went: a node was lost with them", lost);
        }
        channels.values().forEach(channel -> ways.execute(() -> sendDue(channel)));
    }

    /** One at a time for each way on this node; by two hands, so that the lines are busy while the other claims or writes down. */
    void sendDue(Channel channel) {
        AtomicBoolean mine = busy.get(channel.way());
        if (!mine.compareAndSet(false, true)) {
            return;
        }
        try {
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> sendAll(channel), ways);
            sendAll(channel);
            other.join();
        } finally {
            mine.set(false);
        }
    }

    private void sendAll(Channel channel) {
        try {
            while (sendSome(channel) == AT_ONCE) {
                // as long as there is more
            }
        } catch (RuntimeException e) {
            LOG.warn("outbox, {}: {}", channel.way(), e.getClass().getSimpleName());
        }
    }

    private int sendSome(Channel channel) {
        UUID claim = UUID.randomUUID();
        List<Queued> due = queue.claim(channel.way(), claim, AT_ONCE, channel.takesKey());
        List<UUID> accepted = new ArrayList<>();
        List<Future<Boolean>> all = due.stream().map(m -> lines.submit((Callable<Boolean>) () -> carry(channel, m))).toList();
        for (int i = 0; i < all.size(); i++) {
            if (taken(all.get(i), due.get(i))) {
                accepted.add(due.get(i).id());
            }
        }
        if (!accepted.isEmpty()) {
            queue.accepted(accepted, claim);
        }
        if (!due.isEmpty()) {
            queue.release(claim);
        }
        return due.size();
    }

    /** A row that cannot even be written down stays in hand, and is looked at when its claim is over. */
    private static boolean taken(Future<Boolean> line, Queued message) {
        try {
            return line.get();
        } catch (ExecutionException e) {
            LOG.warn("message {}: {}", message.id(), e.getCause().getClass().getSimpleName());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @return whether it was taken and is to be recorded together with others: only where a repeat would do no harm */
    private boolean carry(Channel channel, Queued message) {
        Optional<String> address = Optional.ofNullable(books.get(message.to().kind())).flatMap(b -> b.address(message.to().key(), message.way()));
        if (address.isEmpty()) {
            noAddress(message);
            return false;
        }
        Optional<String> link = links.open(message.link());
        Optional<Letter> letter = link.flatMap(l -> write.write(message, address.get(), l));
        if (letter.isEmpty()) {
            queue.record(message, Outcome.refused(link.isEmpty() ? "LINK_LOST" : "UNKNOWN_TEMPLATE"), false);
            return false;
        }
        if (!channel.takesKey() && !queue.begin(message)) {
            return false;
        }
        Outcome outcome = outcome(channel, letter.get());
        if (outcome.kind() == Outcome.Kind.ACCEPTED && channel.takesKey()) {
            return true;
        }
        if (outcome.kind() != Outcome.Kind.ACCEPTED) {
            LOG.warn("message {} by {}: {} ({})", message.id(), message.way(), outcome.kind(), outcome.cause());
        }
        queue.record(message, outcome, channel.takesKey());
        return false;
    }

    /** Its reason is gone with the address; of a warning a person must know that it reached nobody. */
    private void noAddress(Queued message) {
        if (message.occasion().warns()) {
            queue.record(message, Outcome.refused("NO_ADDRESS"), false);
        } else {
            queue.stop(message, "NO_ADDRESS");
        }
    }

    /** A channel that breaks its word leaves the fate unknown. */
    private static Outcome outcome(Channel channel, Letter letter) {
        try {
            return channel.send(letter);
        } catch (RuntimeException | LinkageError e) {
            return Outcome.unknown("BROKEN " + e.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void stop() {
        ways.shutdownNow();
        lines.shutdownNow();
    }
}
