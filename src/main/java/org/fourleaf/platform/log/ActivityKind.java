package org.fourleaf.platform.log;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every kind of fact the log holds. Names are the contract with integrators; codes are stored: never change or reuse one. Kinds from
 * {@value #FIRST_ADMINISTRATIVE_CODE} up are administrative and make the audit log; the others make ticket history and every number.
 */
public enum ActivityKind {
    TICKET_CREATED(1, "ticket.created"),
    TICKET_ASSIGNED(2, "ticket.assigned"),
    TICKET_TRANSFERRED(3, "ticket.transferred"),
    TICKET_RESOLVED(4, "ticket.resolved"),
    TICKET_REOPENED(5, "ticket.reopened"),
    TICKET_DELETED(6, "ticket.deleted"),
    TICKET_TAGGED(7, "ticket.tagged"),
    TICKET_VIEWED(8, "ticket.viewed"),
    MESSAGE_RECEIVED(9, "message.received"),
    MESSAGE_SENT(10, "message.sent"),
    NOTE_ADDED(11, "note.added"),
    TICKET_STATUS_CHANGED(12, "ticket.status_changed"),
    TICKET_MERGED(13, "ticket.merged"),
    TICKET_SPAM(14, "ticket.spam"),
    TICKET_RESTORED(15, "ticket.restored"),
    TICKET_IMPORTED(16, "ticket.imported"),
    SLA_MET(17, "sla.met"),
    SLA_MISSED(18, "sla.missed"),
    SLA_NOT_APPLICABLE(19, "sla.not_applicable"),
    SURVEY_SENT(20, "survey.sent"),
    SALE_RECORDED(21, "sale.recorded"),
    RATING_GIVEN(22, "rating.given"),
    RATING_INVALIDATED(23, "rating.invalidated"),
    SURVEY_ANSWERED(24, "survey.answered"),
    CHAT_STARTED(25, "chat.started"),
    CHAT_OFFERED(26, "chat.offered"),
    CHAT_ACCEPTED(27, "chat.accepted"),
    CHAT_MISSED(28, "chat.missed"),
    CHAT_ABANDONED(29, "chat.abandoned"),
    CHAT_ENDED(30, "chat.ended"),
    CALL_STARTED(31, "call.started"),
    CALL_OFFERED(32, "call.offered"),
    CALL_ANSWERED(33, "call.answered"),
    CALL_MISSED(34, "call.missed"),
    CALL_ABANDONED(35, "call.abandoned"),
    CALL_ENDED(36, "call.ended"),
    PRESENCE_CHANGED(37, "presence.changed"),
    POINTS_GIVEN(38, "points.given"),
    BADGE_AWARDED(39, "badge.awarded"),
    BADGE_LOST(40, "badge.lost"),
    KUDOS_GIVEN(41, "kudos.given"),
    KUDOS_WITHDRAWN(130, "kudos.withdrawn"),
    QUEST_COMPLETED(131, "quest.completed"),
    ORDER_PLACED(132, "order.placed"),
    ORDER_CHANGED(133, "order.changed"),
    READY_TEXT_USED(134, "ready_text.used"),
    TICKET_CHANGED(42, "ticket.changed"),
    TICKET_UNTAGGED(43, "ticket.untagged"),
    DELIVERY_CHANGED(44, "delivery.changed"),
    DRAFT_SAVED(45, "draft.saved"),
    PARTICIPANT_ADDED(46, "participant.added"),
    TICKET_LINKED(47, "ticket.linked"),
    TICKET_UNMERGED(48, "ticket.unmerged"),
    TICKET_ABSORBED(49, "ticket.absorbed"),
    TICKET_RELEASED(50, "ticket.released"),
    TICKET_SPLIT(51, "ticket.split"),
    TICKET_RELATED(52, "ticket.related"),
    TICKET_UNLINKED(53, "ticket.unlinked"),
    MESSAGE_FORWARDED(54, "message.forwarded"),
    MESSAGE_SCHEDULED(55, "message.scheduled"),
    MESSAGE_TAKEN_BACK(56, "message.taken_back"),
    TICKET_PURGED(57, "ticket.purged"),
    SUB_STATUS_CHANGED(65, "ticket.sub_status_changed"),
    TICKET_ANONYMISED(66, "ticket.anonymised"),
    TICKET_CUSTOMER_CHANGED(67, "ticket.customer_changed"),
    TICKET_CLAIMED(75, "ticket.claimed"),
    TICKET_GIVEN_BACK(76, "ticket.given_back"),
    TICKET_OFFERED(77, "ticket.offered"),
    OFFER_ACCEPTED(78, "ticket.offer_accepted"),
    OFFER_DECLINED(79, "ticket.offer_declined"),
    OFFER_MISSED(80, "ticket.offer_missed"),
    OFFER_WITHDRAWN(81, "ticket.offer_withdrawn"),
    TICKETS_HANDED_OVER(82, "ticket.handed_over"),
    TICKET_SLA_CHANGED(85, "ticket.sla_level_changed"),
    SLA_DUE_SOON(86, "sla.due_soon"),

    RULE_RAN(95, "rule.ran"),
    TICKET_OPENED_ON_SCREEN(96, "ticket.opened_on_screen"),
    TICKET_LEFT_SCREEN(97, "ticket.left_screen"),
    RULE_NOTICED(98, "rule.noticed"),
    LEVEL_REACHED(120, "level.reached"),
    CONTEST_OPENED(150, "contest.opened"),
    CONTEST_CLOSED(151, "contest.closed"),
    CONTEST_WON(152, "contest.won"),
    CONTEST_FINALISED(153, "contest.finalised"),
    WALL_GREW(154, "wall.grew"),
    WALL_LIKED(155, "wall.liked"),
    WALL_COMMENTED(156, "wall.commented"),
    GOAL_SET(170, "goal.set"),
    COACHING_NOTED(171, "coaching.noted"),
    COACHING_ANSWERED(172, "coaching.answered"),
    PRAISE_GIVEN(173, "praise.given"),
    AWARD_GIVEN(174, "award.given"),
    QUEST_UNDONE(185, "quest.undone"),
    PRAISE_WITHDRAWN(186, "praise.withdrawn"),

    WORKSPACE_CREATED(1000, "workspace.created"),
    WORKSPACE_CHANGED(1001, "workspace.changed"),
    AGENT_ADDED(1010, "agent.added"),
    AGENT_CHANGED(1011, "agent.changed"),
    AGENT_DEACTIVATED(1012, "agent.deactivated"),
    AGENT_ERASED(1260, "agent.erased"),
    SIGNED_IN(1013, "agent.signed_in"),
    SIGN_IN_REFUSED(1014, "agent.sign_in_refused"),
    SIGNED_OUT(1015, "agent.signed_out"),
    PASSWORD_CHANGED(1016, "agent.password_changed"),
    SECOND_FACTOR_ON(1017, "agent.second_factor_on"),
    SECOND_FACTOR_OFF(1018, "agent.second_factor_off"),
    RECOVERY_CODE_USED(1019, "agent.recovery_code_used"),
    TOKEN_MADE(1020, "token.made"),
    TOKEN_REVOKED(1021, "token.revoked"),
    PASSKEY_ADDED(1023, "passkey.added"),
    PASSKEY_REMOVED(1024, "passkey.removed"),
    RECOVERY_CODES_MADE(1025, "agent.recovery_codes_made"),
    SESSIONS_ENDED(1026, "agent.sessions_ended"),
    ROLE_CHANGED(1030, "role.changed"),
    ROLE_DELETED(1031, "role.deleted"),
    CUSTOMER_CHANGED(1040, "customer.changed"),
    CUSTOMERS_MERGED(1041, "customer.merged"),
    CUSTOMER_ERASED(1042, "customer.erased"),
    CUSTOMER_EXPORTED(1043, "customer.exported"),
    COMPANIES_MERGED(1044, "company.merged"),
    DEPARTMENT_CHANGED(1050, "department.changed"),
    DEPARTMENT_DELETED(1051, "department.deleted"),
    MEMBERSHIP_CHANGED(1052, "department.membership_changed"),
    ROUTING_CHANGED(1053, "routing.changed"),
    AGENT_ROUTING_CHANGED(1054, "agent.routing_changed"),
    PAUSE_REASON_CHANGED(1055, "pause_reason.changed"),
    MAILBOX_CHANGED(1060, "mailbox.changed"),
    OUTGOING_SERVER_CHANGED(1061, "outgoing_server.changed"),
    TEXT_CHANGED(1070, "text.changed"),
    AUTO_ANSWERS_CHANGED(1071, "department.auto_answers_changed"),
    TAG_CHANGED(1080, "tag.changed"),
    FIELD_CHANGED(1081, "field.changed"),
    CHOICE_CHANGED(1082, "choice.changed"),
    RESOLVE_RULE_CHANGED(1083, "resolve_rule.changed"),
    TAGS_MERGED(1084, "tag.merged"),
    PURGE_CHANGED(1085, "purge.changed"),
    IMPORT_STARTED(1090, "import.started"),
    IMPORT_ENDED(1091, "import.ended"),
    EXPORT_MADE(1092, "export.made"),
    VIEW_CHANGED(1100, "view.changed"),
    MASS_ACTION_STARTED(1101, "mass_action.started"),
    MASS_ACTION_ENDED(1102, "mass_action.ended"),
    MASS_ACTION_UNDONE(1103, "mass_action.undone"),
    SIGN_IN_RULES_CHANGED(1110, "sign_in_rules.changed"),
    SSO_PROVIDER_CHANGED(1111, "sso_provider.changed"),
    SSO_PROVIDER_REMOVED(1112, "sso_provider.removed"),
    SSO_LINKED(1113, "sso_provider.linked"),
    AUDIT_EXPORTED(1114, "audit.exported"),
    RULE_CHANGED(1150, "rule.changed"),
    RULE_BROKE(1151, "rule.broke"),
    RULE_MENDED(1152, "rule.mended"),
    WEBHOOK_CHANGED(1153, "webhook.changed"),
    PREDEFINED_ANSWER_CHANGED(1180, "predefined_answer.changed"),
    DEPARTMENT_OVERLOADED(110, "department.overloaded"),
    RULES_ORDERED(1155, "rule.ordered"),
    BUSINESS_HOURS_CHANGED(1120, "business_hours.changed"),
    BUSINESS_HOURS_DELETED(1121, "business_hours.deleted"),
    DEPARTMENT_HOURS_CHANGED(1122, "department.business_hours_changed"),
    SKILL_CHANGED(1130, "skill.changed"),
    AGENT_INVITED(1131, "agent.invited"),
    INVITATION_REVOKED(1132, "agent.invitation_revoked"),
    INVITATION_ACCEPTED(1133, "agent.invitation_accepted"),
    PASSWORD_RESET_ASKED(1134, "agent.password_reset_asked"),
    PASSWORD_RESET(1135, "agent.password_reset"),
    SLA_LEVEL_CHANGED(1140, "sla_level.changed"),
    SLA_LEVEL_DELETED(1141, "sla_level.deleted"),
    SLA_RULE_CHANGED(1142, "sla_rule.changed"),
    SLA_RULE_DELETED(1143, "sla_rule.deleted"),
    SLA_RULES_ORDERED(1144, "sla_rule.ordered"),
    DEPARTMENT_SLA_CHANGED(1145, "department.sla_level_changed"),
    KPI_SETTINGS_CHANGED(1160, "kpi_settings.changed"),
    FIGURES_REBUILT(1161, "figures.rebuilt"),
    ACTIVITIES_FORGOTTEN(1250, "activities.forgotten"),
    RATING_SETTING_CHANGED(1170, "rating_setting.changed"),
    SURVEYS_ALLOWED(1174, "survey.allowed"),
    SURVEY_CHANGED(1171, "survey.changed"),
    SURVEY_DELETED(1172, "survey.deleted"),
    SURVEYS_DECLINED(1173, "survey.declined"),
    COINS_GRANTED(1200, "coins.granted"),
    SHOP_ITEM_CHANGED(1201, "shop_item.changed"),
    QUEST_CHANGED(1202, "quest.changed"),
    KUDOS_SETTING_CHANGED(1203, "kudos_setting.changed"),
    BADGE_CHANGED(1190, "badge.changed"),
    BADGE_DELETED(1191, "badge.deleted"),
    GAME_SETTING_CHANGED(1192, "game_setting.changed"),
    LEVEL_CHANGED(1193, "level.changed"),
    HISTORY_PLAYED(1194, "history.played"),
    POINT_RULE_CHANGED(1195, "point_rule.changed"),
    BADGES_PLAYED(1240, "badge.past_played"),
    CONTEST_CHANGED(1220, "contest.changed"),
    WALL_OUTLET_CHANGED(1221, "wall_outlet.changed"),
    WALL_COMMENT_HIDDEN(1222, "wall_comment.hidden"),
    SCREEN_CHANGED(1223, "screen.changed"),
    BOARDS_LEFT(1224, "agent.left_boards");

    public static final int FIRST_ADMINISTRATIVE_CODE = 1000;

    private static final Map<Integer, ActivityKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(ActivityKind::code, Function.identity()));
    private static final Map<String, ActivityKind> BY_STORED =
            Arrays.stream(values()).collect(Collectors.toMap(ActivityKind::stored, Function.identity()));

    private final int code;
    private final String stored;

    ActivityKind(int code, String stored) {
        this.code = code;
        this.stored = stored;
    }

    public int code() {
        return code;
    }

    /** The name outside, such as {@code message.sent}. */
    @JsonValue
    public String stored() {
        return stored;
    }

    public static ActivityKind ofCode(int code) {
        ActivityKind kind = BY_CODE.get(code);
        if (kind == null) {
            throw new IllegalArgumentException("no activity kind " + code);
        }
        return kind;
    }

    public static @Nullable ActivityKind ofStored(String name) {
        return BY_STORED.get(name);
    }
}
