package org.yinxin.hall.review.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.review.AddNote;
import org.yinxin.hall.review.ClaimNextReview;
import org.yinxin.hall.review.ClaimReview;
import org.yinxin.hall.review.Note;
import org.yinxin.hall.review.ReadReview;
import org.yinxin.hall.review.ReleaseReview;
import org.yinxin.hall.review.ReviewQueue.Tab;
import org.yinxin.hall.review.TakeOverReview;
import org.yinxin.hall.web.Answers;

/** Claims and notes for programs. */
@RestController
@RequestMapping("/api/v1/staff/reviews")
class WorklistApi {

    private final ClaimReview claimReview;
    private final ClaimNextReview claimNextReview;
    private final TakeOverReview takeOverReview;
    private final ReleaseReview releaseReview;
    private final AddNote addNote;
    private final ReadReview readReview;

    WorklistApi(
            ClaimReview claimReview,
            ClaimNextReview claimNextReview,
            TakeOverReview takeOverReview,
            ReleaseReview releaseReview,
            AddNote addNote,
            ReadReview readReview) {
        this.claimReview = claimReview;
        this.claimNextReview = claimNextReview;
        this.takeOverReview = takeOverReview;
        this.releaseReview = releaseReview;
        this.addNote = addNote;
        this.readReview = readReview;
    }

    /** A note to be written. */
    record NoteRequest(@Nullable String text) {}

    /** A note that was written. */
    record NoteAnswer(String by, Instant at, String text) {

        static NoteAnswer of(Note note) {
            return new NoteAnswer(note.by().name(), note.at(), note.text());
        }
    }

    /** Claims what is due first: {@code waiting} to be entered, or {@code entered} and to be decided. */
    @PostMapping("/next")
    ResponseEntity<CaseAnswer.Summary> claimNext(
            @AuthenticationPrincipal Actor who,
            @RequestParam(defaultValue = "waiting") String state) {
        return Answers.of(
                claimNextReview
                        .claim(who, Tab.named(state).orElse(Tab.WAITING))
                        .map(CaseAnswer.Summary::of));
    }

    @PostMapping("/{number}/claim")
    ResponseEntity<CaseAnswer.Summary> claim(
            @AuthenticationPrincipal Actor who, @PathVariable String number) {
        return Answers.of(
                claimReview.claim(who, ReviewPages.number(number)).map(CaseAnswer.Summary::of));
    }

    @PostMapping("/{number}/take-over")
    ResponseEntity<CaseAnswer.Summary> takeOver(
            @AuthenticationPrincipal Actor who, @PathVariable String number) {
        return Answers.of(
                takeOverReview
                        .takeOver(who, ReviewPages.number(number))
                        .map(CaseAnswer.Summary::of));
    }

    @DeleteMapping("/{number}/claim")
    ResponseEntity<Void> release(@AuthenticationPrincipal Actor who, @PathVariable String number) {
        return Answers.done(releaseReview.release(who, ReviewPages.number(number)));
    }

    @GetMapping("/{number}/notes")
    ResponseEntity<List<NoteAnswer>> notes(
            @AuthenticationPrincipal Actor who, @PathVariable String number) {
        return Answers.of(
                readReview
                        .read(who, ReviewPages.number(number))
                        .map(view -> view.notes().stream().map(NoteAnswer::of).toList()));
    }

    @PostMapping("/{number}/notes")
    ResponseEntity<NoteAnswer> note(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @RequestBody NoteRequest request) {
        String text = request.text() == null ? "" : request.text();
        return Answers.of(addNote.add(who, ReviewPages.number(number), text).map(NoteAnswer::of));
    }
}
