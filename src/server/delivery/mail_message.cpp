#include "server/delivery/mail_message.h"

#include <gmime/gmime.h>

#include <memory>

namespace vigie {

namespace {

template <class Held>
using Owned = std::unique_ptr<Held, decltype([](Held* held) { g_object_unref(held); })>;

GMimeObject* object(void* any) { return static_cast<GMimeObject*>(any); }

void prepare_library() {
  static const bool is_prepared = [] {
    g_mime_init();
    return true;
  }();
  static_cast<void>(is_prepared);
}

void set_header(GMimeMessage* message, const char* name, const std::string& value) {
  g_mime_object_set_header(object(message), name, value.c_str(), nullptr);
}

void add_form(GMimeMultipart* forms, const char* kind, const std::string& text) {
  const Owned<GMimeTextPart> part{g_mime_text_part_new_with_subtype(kind)};
  g_mime_text_part_set_charset(part.get(), "utf-8");
  g_mime_text_part_set_text(part.get(), text.c_str());
  g_mime_part_set_content_encoding(reinterpret_cast<GMimePart*>(part.get()),
                                   GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  g_mime_multipart_add(forms, object(part.get()));
}

void set_date(GMimeMessage* message, Instant at) {
  using Date =
      std::unique_ptr<GDateTime, decltype([](GDateTime* held) { g_date_time_unref(held); })>;
  const auto seconds = std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()).count();
  const Date date{g_date_time_new_from_unix_utc(seconds)};
  g_mime_message_set_date(message, date.get());
}

std::string written(GMimeMessage* message) {
  using Style =
      std::unique_ptr<GMimeFormatOptions,
                      decltype([](GMimeFormatOptions* held) { g_mime_format_options_free(held); })>;
  using Text = std::unique_ptr<char, decltype([](char* held) { g_free(held); })>;
  const Style style{g_mime_format_options_new()};
  g_mime_format_options_set_newline_format(style.get(), GMIME_NEWLINE_FORMAT_DOS);
  const Text text{g_mime_object_to_string(object(message), style.get())};
  return text.get();
}

}  // namespace

std::string mail_message(const MailHead& head, const NoticeMessage& message) {
  prepare_library();
  const Owned<GMimeMessage> mail{g_mime_message_new(TRUE)};
  g_mime_message_add_mailbox(mail.get(), GMIME_ADDRESS_TYPE_FROM, "Vigie", head.from.c_str());
  g_mime_message_add_mailbox(mail.get(), GMIME_ADDRESS_TYPE_TO, nullptr, head.to.c_str());
  g_mime_message_set_subject(mail.get(), message.subject.c_str(), "utf-8");
  g_mime_message_set_message_id(mail.get(), head.id.c_str());
  set_date(mail.get(), head.at);
  if (!head.thread.empty()) {
    set_header(mail.get(), "In-Reply-To", "<" + head.thread + ">");
    set_header(mail.get(), "References", "<" + head.thread + ">");
  }
  set_header(mail.get(), "Auto-Submitted", "auto-generated");
  if (!head.notice.empty()) set_header(mail.get(), "X-Vigie-Notice", head.notice);
  const Owned<GMimeMultipart> forms{g_mime_multipart_new_with_subtype("alternative")};
  add_form(forms.get(), "plain", message.text);
  add_form(forms.get(), "html", message.html);
  g_mime_message_set_mime_part(mail.get(), object(forms.get()));
  return written(mail.get());
}

}  // namespace vigie
