package org.yinxin.hall.operator.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.operator.ChangeOperator;
import org.yinxin.hall.operator.CreateOperator;
import org.yinxin.hall.operator.StaffMember;
import org.yinxin.hall.web.Answers;

@RestController
@RequestMapping("/api/v1/staff/operators")
class OperatorApi {

    private final CreateOperator create;
    private final ChangeOperator change;

    OperatorApi(CreateOperator create, ChangeOperator change) {
        this.create = create;
        this.change = change;
    }

    @GetMapping
    List<Member> list() {
        return change.all().stream().map(Member::of).toList();
    }

    @PostMapping
    ResponseEntity<Made> create(
            @AuthenticationPrincipal Actor.Operator who, @RequestBody Wanted wanted) {
        return Answers.created(
                create.create(
                                who,
                                Objects.requireNonNullElse(wanted.name(), ""),
                                Objects.requireNonNullElse(wanted.roles(), Set.of()))
                        .map(
                                made ->
                                        new Made(
                                                made.id().value(),
                                                made.name(),
                                                made.initialPassword())),
                made -> "/api/v1/staff/operators/" + made.id());
    }

    @PutMapping("/{id}/roles")
    ResponseEntity<Member> roles(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable UUID id,
            @RequestBody RolesWanted wanted) {
        return Answers.of(
                change.setRoles(
                                who,
                                new OperatorId(id),
                                Objects.requireNonNullElse(wanted.roles(), Set.of()),
                                wanted.version())
                        .map(Member::of));
    }

    @PostMapping("/{id}/password")
    ResponseEntity<Made> resetPassword(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable UUID id,
            @RequestParam int version) {
        return Answers.of(
                change.resetPassword(who, new OperatorId(id), version)
                        .map(
                                made ->
                                        new Made(
                                                made.id().value(),
                                                made.name(),
                                                made.initialPassword())));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> close(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable UUID id,
            @RequestParam int version) {
        return Answers.done(change.close(who, new OperatorId(id), version));
    }

    /** What is sent to make an operator. */
    record Wanted(@Nullable String name, @Nullable Set<Role> roles) {}

    /** What is sent to change roles. */
    record RolesWanted(@Nullable Set<Role> roles, int version) {}

    /** A new operator; the password is shown this once. */
    record Made(UUID id, String name, String initialPassword) {

        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /** A member of the staff. */
    record Member(UUID id, String name, List<Role> roles, boolean closed, int version) {

        static Member of(StaffMember member) {
            return new Member(
                    member.id().value(),
                    member.name(),
                    member.roles().stream().sorted().toList(),
                    member.closed(),
                    member.version());
        }
    }
}
