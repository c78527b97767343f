package jp.michishirube.sharing.channel;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.PassOpened;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where every room puts what it wants to tell somebody outside. */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final SealedLinks links;
    private final WhoAmI who;
    private final Clock clock;

    Outbox(JdbcClient jdbc, SealedLinks links, WhoAmI who, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.who = who;
        this.clock = clock;
    }

    /** @return the new message; empty where the same thing was put by that way before */
    @Transactional
    public Optional<UUID> put(Message message) {
        return put(message, null);
    }

    /**
     * A reminder: waits with its link until then, and goes only to somebody who has not answered before.
     *
     * @param notBefore null for at once
     */
    @Transactional
    public Optional<UUID> put(Message message, Instant notBefore) {
        return jdbc.sql("""
                insert into sharing.message (id, once, holder_kind, holder_key, way, occasion, template, language, link, pass_id, case_id, state,
                    next_try, not_before, retry_key, made_at, made_by, changed_at)
                values (gen_random_uuid(), :once, :holderKind, :holder, :way, :occasion, :template, :language, :link, :pass, :case, 'QUEUED', coalesce(:later, :at),
                    :later, gen_random_uuid(), :at, :by, :at)
                on conflict do nothing returning id
                """).param("once", message.way() + " " + message.once()).param("holderKind", message.to().kind().name())
                .param("holder", message.to().key()).param("way", message.way().name()).param("occasion", message.occasion().name())
                .param("template", message.template()).param("language", message.language().toLanguageTag())
                .param("link", links.seal(message.told())).param("pass", message.pass().id())
                .param("case", message.caseId() == null ? null : message.caseId().value(), java.sql.Types.BIGINT)
                .param("later", notBefore == null ? null : OffsetDateTime.ofInstant(notBefore, clock.getZone()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("at", now()).param("by", who.orProcess().id()).query(UUID.class).optional();
    }

    /** Many at once, in one statement; what was put before by the same way stays as it is. */
    @Transactional
    public void put(List<Message> messages) {
        jdbc.sql("""
                insert into sharing.message (id, once, holder_kind, holder_key, way, occasion, template, language, link, pass_id, case_id, state, next_try, retry_key, made_at, made_by, changed_at)
                select gen_random_uuid(), m.way || ' ' || m.once, m.kind, m.key, m.way, m.occasion, m.template, m.language, decode(m.link, 'hex'), m.pass, m.of_case, 'QUEUED', :at, gen_random_uuid(),
                    :at, :by, :at from unnest(:onces, :kinds, :keys, :ways, :occasions, :templates, :languages, :links, :passes, :cases)
                    m (once, kind, key, way, occasion, template, language, link, pass, of_case)
                on conflict do nothing
                """).param("onces", each(messages, Message::once)).param("kinds", each(messages, m -> m.to().kind().name())).param("keys", each(messages, m -> m.to().key()))
                .param("ways", each(messages, m -> m.way().name())).param("occasions", each(messages, m -> m.occasion().name())).param("templates", each(messages, Message::template))
                .param("languages", each(messages, m -> m.language().toLanguageTag())).param("links", each(messages, m -> HexFormat.of().formatHex(links.seal(m.told()))))
                .param("passes", messages.stream().map(m -> m.pass().id()).toArray(Long[]::new))
                .param("cases", messages.stream().map(m -> m.caseId() == null ? null : m.caseId().value()).toArray(Long[]::new)).param("at", now()).param("by", who.orProcess().id()).update();
    }

    private static String[] each(List<Message> messages, Function<Message, String> what) {
        return messages.stream().map(what).toArray(String[]::new);
    }

    /** A reminder that waits goes now: there is something new behind its link. @return whether one waited */
    @Transactional
    public boolean bringForward(long passId) {
        return jdbc.sql("update sharing.message set next_try = :now, not_before = null where pass_id = :pass and state = 'QUEUED' and not_before is not null and attempts = 0")
                .param("now", now()).param("pass", passId).update() > 0;
    }

    /**
     * Stops what has not left yet: the holder's part is over, a consent was withdrawn.
     *
     * @return how many were stopped; what is with the provider already cannot be
     */
    @Transactional
    public int stop(Holder holder, String cause) {
        return stop("holder_kind = ? and holder_key = ?", cause, holder.kind().name(), holder.key());
    }

    /** The same of what bears that pass. */
    @Transactional
    public int stop(long passId, String cause) {
        return stop("pass_id = ?", cause, passId);
    }

    /** The same of everything about one case. */
    @Transactional
    public int stop(CaseId caseId, String cause) {
        return stop("case_id = ?", cause, caseId.value());
    }

    /** The same of all that bears a pass of that kind about the same thing. */
    @Transactional
    public int stopAbout(PassKind kind, String scope, String cause) {
        return stop("pass_id in (select p.id from sharing.pass p where p.kind = ? and p.scope = ?)", cause, kind.name(), scope);
    }

    /**
     * A call, by what the provider was told to call it.
     *
     * @param language in which it was made
     */
    public record Call(Holder to, String template, Locale language, long passId) {}

    /** @return empty for a reference that no call of ours bears */
    @Transactional(readOnly = true)
    public Optional<Call> call(UUID reference) {
        return jdbc.sql("select * from sharing.message where retry_key = ? and way = 'VOICE'").param(reference)
                .query((rs, n) -> new Call(new Holder(Holder.Kind.valueOf(rs.getString("holder_kind")), rs.getString("holder_key")), rs.getString("template"),
                        Locale.forLanguageTag(rs.getString("language")), rs.getLong("pass_id"))).optional();
    }

    private int stop(String where, String cause, Object... params) {
        Object[] all = new Object[params.length + 2];
        all[0] = cause;
        all[1] = now();
        System.arraycopy(params, 0, all, 2, params.length);
        return jdbc.sql("update sharing.message set state = case when doubt then 'UNKNOWN' else 'STOPPED' end, cause = ?, link = null, claim = null, changed_at = ? where state = 'QUEUED' and begun_at is null and "
                + where).params(all).update();
    }

    /** The holder answered what the messages with that pass asked; a reminder that still waits stays here. */
    @Transactional
    public void answered(long passId) {
        stop("not_before is not null and pass_id = ?", "ANSWERED", passId);
        jdbc.sql("update sharing.message set state = 'ANSWERED', link = null, claim = null, changed_at = ? where pass_id = ? and state <> 'STOPPED'")
                .params(now(), passId).update();
    }

    /** Whoever opens it has it, however the provider answered; one that was still to go need not go any more. */
    @EventListener
    void on(PassOpened opened) {
        jdbc.sql("""
                update sharing.message set state = 'OPENED', link = null, claim = null, changed_at = ?
                where pass_id = ? and (state in ('ACCEPTED', 'UNKNOWN', 'BOUNCED') or way = 'PAPER' and state = 'QUEUED' and not_before is null)
                """).params(now(), opened.pass().id()).update();
    }

    /** What became of everything about one case, newest first. */
    public List<Sent> of(CaseId caseId) {
        return jdbc.sql("select * from sharing.message where case_id = ? order by made_at desc, id").param(caseId.value()).query((rs, n) -> Sent.of(rs)).list();
    }

    /** What was sent with one pass, newest first. */
    public List<Sent> of(long passId) {
        return jdbc.sql("select * from sharing.message where pass_id = ? order by made_at desc, id").param(passId).query((rs, n) -> Sent.of(rs)).list();
    }

    /** What was sent to one holder, newest first. */
    public List<Sent> of(Holder holder) {
        return jdbc.sql("select * from sharing.message where holder_kind = ? and holder_key = ? order by made_at desc, id")
                .params(holder.kind().name(), holder.key()).query((rs, n) -> Sent.of(rs)).list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
