/*
 * A TEST DOUBLE of the interface SDF of GM/T 0018-2012. It is no cryptographic device and protects nothing: its private keys are
 * PEM files beside it, and OpenSSL's libcrypto signs with them. Tests build it to see how a user of the interface behaves, also when a
 * device fails. It is written from the functions that its user calls and implements no others.
 *
 * Everything is in the folder FOLDER, which is given when it is compiled:
 *
 *   key-N.pem     the key pair at index N, made by "openssl genpkey"; this stands in for the device's own management tool
 *   password      the password of the access right to all keys
 *   away          while it is there, every function answers that communication failed
 *   busy          while it is there, no device can be opened
 *   restarted     its content changes when the "device" is restarted; handles of before are good no longer
 *   signs-once    while it is there, each session signs once and is lost then
 *   wrong         while it is there, signatures are wrong
 *   empty         while it is there, it answers that it has signed and writes nothing
 *   odd           while it is there, an index without a key answers a code of no standard
 *   calls         a line for each opened device and each try of a password
 *
 * ROOM_FOR_256 makes the structures of devices that have room for 256 bits only.
 *
 * libcrypto is declared here, so that no headers of it need to be installed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct evp_pkey_st EVP_PKEY;
typedef struct evp_pkey_ctx_st EVP_PKEY_CTX;
typedef struct evp_md_st EVP_MD;
EVP_PKEY *PEM_read_PrivateKey(FILE *file, EVP_PKEY **key, void *callback, void *argument);
int EVP_PKEY_get_octet_string_param(const EVP_PKEY *key, const char *name, unsigned char *out, size_t room, size_t *length);
EVP_PKEY_CTX *EVP_PKEY_CTX_new(EVP_PKEY *key, void *engine);
int EVP_PKEY_sign_init(EVP_PKEY_CTX *context);
int EVP_PKEY_CTX_set_signature_md(EVP_PKEY_CTX *context, const EVP_MD *digest);
int EVP_PKEY_sign(EVP_PKEY_CTX *context, unsigned char *out, size_t *length, const unsigned char *in, size_t octets);
void EVP_PKEY_CTX_free(EVP_PKEY_CTX *context);
void EVP_PKEY_free(EVP_PKEY *key);
const EVP_MD *EVP_sm3(void);

#ifdef ROOM_FOR_256
#define ROOM 32
#else
#define ROOM 64
#endif

typedef struct {
    unsigned int bits;
    unsigned char x[ROOM];
    unsigned char y[ROOM];
} ECCrefPublicKey;

typedef struct {
    unsigned char r[ROOM];
    unsigned char s[ROOM];
} ECCSignature;

#define OK 0
#define COMMUNICATION_FAILED 0x01000003
#define OPEN_DEVICE 0x01000005
#define OPEN_SESSION 0x01000006
#define NO_ACCESS_RIGHT 0x01000007
#define NO_SUCH_KEY 0x01000008
#define SIGNING_FAILED 0x0100000D
#define NO_RIGHT_GIVEN 0x01000018
#define BAD_ARGUMENT 0x0100001D
#define ODD 0x02003001

#define MOST_INDEXES 64

typedef struct {
    int restarts;
} Device;

typedef struct {
    int restarts;
    int signatures;
    unsigned char rights[MOST_INDEXES];
} Session;

static void name(char *out, size_t room, const char *file) {
    snprintf(out, room, "%s/%s", FOLDER, file);
}

static int is_there(const char *file) {
    char path[4096];
    name(path, sizeof path, file);
    FILE *opened = fopen(path, "r");
    if (opened) {
        fclose(opened);
    }
    return opened != NULL;
}

static int restarts(void) {
    char path[4096];
    name(path, sizeof path, "restarted");
    FILE *file = fopen(path, "r");
    int count = 0;
    if (file) {
        if (fscanf(file, "%d", &count) != 1) {
            count = 0;
        }
        fclose(file);
    }
    return count;
}

static void write_down(const char *call) {
    char path[4096];
    name(path, sizeof path, "calls");
    FILE *file = fopen(path, "a");
    if (file) {
        fprintf(file, "%s\n", call);
        fclose(file);
    }
}

static EVP_PKEY *key_at(unsigned int index) {
    char file[64], path[4096];
    snprintf(file, sizeof file, "key-%u.pem", index);
    name(path, sizeof path, file);
    FILE *opened = fopen(path, "r");
    if (!opened) {
        return NULL;
    }
    EVP_PKEY *key = PEM_read_PrivateKey(opened, NULL, NULL, NULL);
    fclose(opened);
    return key;
}

static int is_good(const Session *session) {
    return session && !is_there("away") && session->restarts == restarts();
}

int SDF_OpenDevice(void **device) {
    if (is_there("away") || is_there("busy")) {
        return OPEN_DEVICE;
    }
    Device *opened = calloc(1, sizeof *opened);
    opened->restarts = restarts();
    *device = opened;
    write_down("SDF_OpenDevice");
    return OK;
}

int SDF_CloseDevice(void *device) {
    free(device);
    return OK;
}

int SDF_OpenSession(void *device, void **session) {
    if (!device || is_there("away") || ((Device *) device)->restarts != restarts()) {
        return OPEN_SESSION;
    }
    Session *opened = calloc(1, sizeof *opened);
    opened->restarts = restarts();
    *session = opened;
    return OK;
}

int SDF_CloseSession(void *session) {
    free(session);
    return OK;
}

int SDF_GetPrivateKeyAccessRight(void *handle, unsigned int index, unsigned char *password, unsigned int length) {
    Session *session = handle;
    if (!is_good(session)) {
        return COMMUNICATION_FAILED;
    }
    write_down("SDF_GetPrivateKeyAccessRight");
    char path[4096], right[256] = {0};
    name(path, sizeof path, "password");
    FILE *file = fopen(path, "r");
    size_t read = file ? fread(right, 1, sizeof right - 1, file) : 0;
    if (file) {
        fclose(file);
    }
    if (index >= MOST_INDEXES || read != length || memcmp(right, password, length) != 0) {
        return NO_RIGHT_GIVEN;
    }
    session->rights[index] = 1;
    return OK;
}

int SDF_ReleasePrivateKeyAccessRight(void *handle, unsigned int index) {
    Session *session = handle;
    if (index < MOST_INDEXES) {
        session->rights[index] = 0;
    }
    return OK;
}

int SDF_ExportSignPublicKey_ECC(void *handle, unsigned int index, ECCrefPublicKey *out) {
    if (!is_good(handle)) {
        return COMMUNICATION_FAILED;
    }
    EVP_PKEY *key = key_at(index);
    if (!key) {
        return is_there("odd") ? ODD : NO_SUCH_KEY;
    }
    unsigned char point[65];
    size_t length = 0;
    int good = EVP_PKEY_get_octet_string_param(key, "pub", point, sizeof point, &length);
    EVP_PKEY_free(key);
    if (good != 1 || length != sizeof point) {
        return NO_SUCH_KEY;
    }
    memset(out, 0, sizeof *out);
    out->bits = 256;
    memcpy(out->x + ROOM - 32, point + 1, 32);
    memcpy(out->y + ROOM - 32, point + 33, 32);
    return OK;
}

/* An INTEGER in DER, to 32 octets; answers what follows it. */
static const unsigned char *number(const unsigned char *der, unsigned char *out) {
    size_t length = der[1];
    const unsigned char *octets = der + 2;
    const unsigned char *end = octets + length;
    while (length > 32) {
        octets++;
        length--;
    }
    memcpy(out + 32 - length, octets, length);
    return end;
}

int SDF_InternalSign_ECC(void *handle, unsigned int index, unsigned char *data, unsigned int length, ECCSignature *out) {
    Session *session = handle;
    if (!is_good(session) || (session->signatures > 0 && is_there("signs-once"))) {
        return COMMUNICATION_FAILED;
    }
    if (length != 32) {
        return BAD_ARGUMENT;
    }
    if (index >= MOST_INDEXES || !session->rights[index]) {
        return NO_ACCESS_RIGHT;
    }
    session->signatures++;
    if (is_there("empty")) {
        return OK;
    }
    EVP_PKEY *key = key_at(index);
    if (!key) {
        return NO_SUCH_KEY;
    }
    unsigned char digest[32], der[128];
    size_t octets = sizeof der;
    memcpy(digest, data, sizeof digest);
    if (is_there("wrong")) {
        digest[0] ^= 1;
    }
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(key, NULL);
    int good = context && EVP_PKEY_sign_init(context) == 1 && EVP_PKEY_CTX_set_signature_md(context, EVP_sm3()) == 1
            && EVP_PKEY_sign(context, der, &octets, digest, sizeof digest) == 1;
    EVP_PKEY_CTX_free(context);
    EVP_PKEY_free(key);
    if (!good) {
        return SIGNING_FAILED;
    }
    memset(out, 0, sizeof *out);
    number(number(der + 2, out->r + ROOM - 32), out->s + ROOM - 32);
    return OK;
}
