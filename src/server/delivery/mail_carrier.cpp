#include "server/delivery/mail_carrier.h"

#include <algorithm>
#include <chrono>
#include <cstring>

#include "engine/base/digest.h"
#include "server/delivery/curl_handle.h"
#include "server/delivery/mail_message.h"
#include "server/delivery/told_letter.h"

namespace vigie {

namespace {

/// What is still to be sent of a message.
struct MailUpload {
  std::string_view left;
  bool is_begun = false;
};

std::size_t give_upload(char* to, std::size_t size, std::size_t count, void* from) {
  auto& upload = *static_cast<MailUpload*>(from);
  upload.is_begun = true;
  const std::size_t bytes = std::min(size * count, upload.left.size());
  std::memcpy(to, upload.left.data(), bytes);
  upload.left.remove_prefix(bytes);
  return bytes;
}

bool is_for_good(long status) { return status >= 500 && status < 600; }
bool is_for_now(long status) { return status >= 400 && status < 500; }
/// It closes, wants TLS or a name first, or another one. Source: RFC 5321, RFC 3207, RFC 4954.
bool is_of_server(long status) {
  constexpr long all[] = {421, 530, 534, 535, 538};
  return std::ranges::find(all, status) != std::end(all);
}

/// A refusal of the sender, the recipient or the text is one of this message; anything before them
/// is one of the server.
Handed handed_of(CURLcode code, long status, bool is_begun) {
  if (code == CURLE_OK) return Handed::taken;
  if (code == CURLE_ABORTED_BY_CALLBACK) return Handed::stopped;
  const bool is_of_message =
      code == CURLE_SEND_ERROR || (code == CURLE_WEIRD_SERVER_REPLY && is_begun);
  if (!is_of_message || is_of_server(status)) return Handed::away;
  if (is_for_good(status)) return Handed::refused;
  return is_for_now(status) || is_begun ? Handed::again : Handed::away;
}

std::string answer_of(CURLcode code, long status) {
  if (code == CURLE_OK) return {};
  std::string answer = curl_easy_strerror(code);
  if (is_for_now(status) || is_for_good(status)) answer += " (" + std::to_string(status) + ")";
  return answer;
}

long status_of(const CurlHandle& handle) {
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  return status;
}

/// Where it is, and how we are let in.
void set_mail_server(const CurlHandle& handle, const MailTerms& mail) {
  using enum MailServer::Security;
  const std::string_view scheme = mail.server.security == tls ? "smtps://" : "smtp://";
  const std::string url = std::string{scheme} + mail.server.host + "/" +
                          std::string{domain_of(mail.from)};  // how we say hello
  set_curl(handle, CURLOPT_URL, url.c_str());
  set_curl(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set_curl(handle, CURLOPT_PROXY, "");
  set_curl(handle, CURLOPT_NOSIGNAL, 1L);
  set_curl(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(mail.longest.count()));
  set_curl(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (mail.server.security != none) {
    set_curl(handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
  }
  if (!mail.authorities.empty()) set_curl(handle, CURLOPT_CAINFO, mail.authorities.c_str());
  if (!mail.user.empty()) {
    set_curl(handle, CURLOPT_USERNAME, mail.user.c_str());
    set_curl(handle, CURLOPT_PASSWORD, mail.password.c_str());
  }
}

class MailCarrier final : public Carrier {
 public:
  explicit MailCarrier(const MailCarrierParts& parts)
      : parts_{parts}, mail_{*parts.terms.mail}, handle_{made_curl_handle()} {
    set_mail_server(handle_, mail_);
    set_curl(handle_, CURLOPT_MAIL_FROM, ("<" + mail_.from + ">").c_str());
    set_curl(handle_, CURLOPT_UPLOAD, 1L);
    set_curl(handle_, CURLOPT_READFUNCTION, give_upload);
    stop_curl_with(handle_, parts.stops);
  }

  Receipt carry(const Parcel& parcel) override {
    const std::string to = *parcel.letters.front().email;
    const std::string text = mail_message(head_of(parcel), message_of_parcel(parcel));
    MailUpload upload{.left = text};
    const CurlList recipients{curl_slist_append(nullptr, ("<" + to + ">").c_str())};
    set_curl(handle_, CURLOPT_MAIL_RCPT, recipients.get());
    set_curl(handle_, CURLOPT_READDATA, &upload);
    const CURLcode code = curl_easy_perform(handle_.get());
    const long status = status_of(handle_);
    return {.handed = handed_of(code, status, upload.is_begun), .answer = answer_of(code, status)};
  }

 private:
  NoticeMessage message_of_parcel(const Parcel& parcel) const {
    const Letter& first = parcel.letters.front();
    const NoticeReader reader = reader_of(first, parts_.zones, parts_.terms.zone);
    if (parcel.letters.size() > 1) {
      std::vector<ToldNotice> notices;
      for (const Letter& letter : parcel.letters) {
        notices.push_back(told_notice(letter, parts_.terms.address));
      }
      return digest_message(notices, reader, parts_.most_in_digest);
    }
    std::optional<NoticeTemplate> house;
    if (first.words) house = {.subject = first.words->subject, .body = first.words->body};
    return message_of(told_notice(first, parts_.terms.address), reader, house);
  }

  MailHead head_of(const Parcel& parcel) const {
    const Letter& first = parcel.letters.front();
    const std::string at_domain = "@" + std::string{domain_of(mail_.from)};
    MailHead head{.from = mail_.from,
                  .to = *first.email,
                  .id = parcel.id + at_domain,
                  .thread = {},
                  .notice = {},
                  .at = std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now())};
    if (parcel.letters.size() == 1) {
      const NoticeRow& notice = first.notice;
      head.notice = notice.reference;
      head.thread = digest_of(std::string{key_of(notice.thing)} + "/" + notice.subject) + at_domain;
    }
    return head;
  }

  MailCarrierParts parts_;
  const MailTerms& mail_;
  CurlHandle handle_;
};

}  // namespace

std::unique_ptr<Carrier> mail_carrier(const MailCarrierParts& parts) {
  return std::make_unique<MailCarrier>(parts);
}

std::string mail_trial(const MailTerms& mail) {
  const CurlHandle handle = made_curl_handle();
  set_mail_server(handle, mail);
  set_curl(handle, CURLOPT_CUSTOMREQUEST, "NOOP");
  set_curl(handle, CURLOPT_NOBODY, 1L);
  const CURLcode code = curl_easy_perform(handle.get());
  return answer_of(code, status_of(handle));
}

}  // namespace vigie
