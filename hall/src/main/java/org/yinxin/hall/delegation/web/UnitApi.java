package org.yinxin.hall.delegation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.delegation.EndDelegation;
import org.yinxin.hall.delegation.ReadUnits;
import org.yinxin.hall.delegation.web.DelegationJson.AgentJson;
import org.yinxin.hall.delegation.web.DelegationJson.UnitJson;
import org.yinxin.hall.web.Answers;

/** The units that an agent acts for, in the open API. */
@Tag(name = "Agents", description = "Who acts for which unit, and how that changes.")
@RestController
@RequestMapping("/api/v1/units")
class UnitApi {

    private final ReadUnits readUnits;
    private final EndDelegation endDelegation;

    UnitApi(ReadUnits readUnits, EndDelegation endDelegation) {
        this.readUnits = readUnits;
        this.endDelegation = endDelegation;
    }

    @Operation(summary = "The units that you act for, and those that you have acted for")
    @GetMapping
    List<UnitJson> own(@AuthenticationPrincipal Actor.Subscriber who) {
        return readUnits.own(who).stream().map(UnitJson::of).toList();
    }

    @Operation(summary = "Who has acted for a unit of yours, the newest first")
    @GetMapping("/{unit}/agents")
    ResponseEntity<List<AgentJson>> agents(
            @AuthenticationPrincipal Actor.Subscriber who, @PathVariable String unit) {
        return Answers.of(
                readUnits
                        .history(who, unit)
                        .map(given -> given.stream().map(AgentJson::of).toList()));
    }

    @Operation(
            summary = "Do not act for a unit any more",
            description = "At once. What you had of it waits for the next agent.")
    @PostMapping("/{unit}/resignation")
    ResponseEntity<List<UnitJson>> resign(
            @AuthenticationPrincipal Actor.Subscriber who, @PathVariable String unit) {
        return Answers.of(
                endDelegation
                        .resign(who, unit)
                        .map(_ -> readUnits.own(who).stream().map(UnitJson::of).toList()));
    }
}
