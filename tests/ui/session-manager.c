/* session-manager.c: what GNOME's session manager is to an application, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-manager.h"

#define CLIENT "/org/gnome/SessionManager/Client1"
#define LOGOUT 1

static const char xml[] =
  "<node><interface name='org.gnome.SessionManager'>"
  "<method name='RegisterClient'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='o' direction='out'/></method>"
  "<method name='UnregisterClient'><arg type='o' direction='in'/></method>"
  "<method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='u' direction='in'/>"
  "<arg type='u' direction='out'/></method>"
  "<method name='Uninhibit'><arg type='u' direction='in'/></method>"
  "</interface><interface name='org.gnome.SessionManager.ClientPrivate'>"
  "<method name='EndSessionResponse'><arg type='b' direction='in'/><arg type='s' direction='in'/></method>"
  "<signal name='QueryEndSession'><arg type='u'/></signal>"
  "</interface></node>";

/* The application waits for answers, so that they come from a thread. */
static GThread *thread;
static GMainContext *context;
static GMainLoop *loop;
static GDBusConnection *connection;
static GDBusNodeInfo *node;

static GMutex mutex;
static GCond cond;
static gboolean ready;
static GHashTable *reasons;   /* cookie -> char * */
static guint last_cookie;
static guint n_answers;

static void
inhibit (GVariant              *parameters,
         GDBusMethodInvocation *invocation)
{
  const char *reason;
  guint flags;

  g_variant_get (parameters, "(&su&su)", NULL, NULL, &reason, &flags);
  g_assert_cmpuint (flags, ==, LOGOUT);
  last_cookie++;
  g_hash_table_insert (reasons, GUINT_TO_POINTER (last_cookie), g_strdup (reason));
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", last_cookie));
}

static void
method_call_cb (GDBusConnection       *bus,
                const char            *sender,
                const char            *path,
                const char            *interface,
                const char            *method,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  g_mutex_lock (&mutex);

  if (g_str_equal (method, "RegisterClient"))
    {
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", CLIENT));
    }
  else if (g_str_equal (method, "Inhibit"))
    {
      inhibit (parameters, invocation);
    }
  else
    {
      guint cookie;

      if (g_str_equal (method, "Uninhibit"))
        {
          g_variant_get (parameters, "(u)", &cookie);
          g_assert_true (g_hash_table_remove (reasons, GUINT_TO_POINTER (cookie)));
        }
      else if (g_str_equal (method, "EndSessionResponse"))
        {
          n_answers++;
        }
      g_dbus_method_invocation_return_value (invocation, NULL);
    }

  g_mutex_unlock (&mutex);
}

static gpointer
serve (gpointer data)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };
  static const char * const paths[] = { "/org/gnome/SessionManager", CLIENT };
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) owned = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);

  g_assert_no_error (error);
  g_main_context_push_thread_default (context);
  connection = g_dbus_connection_new_for_address_sync (address,
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                       | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_dbus_connection_register_object (connection, paths[i], node->interfaces[i], &vtable,
                                         NULL, NULL, &error);
      g_assert_no_error (error);
    }
  owned = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.gnome.SessionManager", 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);

  g_mutex_lock (&mutex);
  ready = TRUE;
  g_cond_signal (&cond);
  g_mutex_unlock (&mutex);

  g_main_loop_run (loop);
  g_dbus_connection_close_sync (connection, NULL, NULL);
  g_clear_object (&connection);
  g_main_context_pop_thread_default (context);

  return NULL;
}

void
session_manager_start (void)
{
  g_autoptr (GError) error = NULL;

  node = g_dbus_node_info_new_for_xml (xml, &error);
  g_assert_no_error (error);
  reasons = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  context = g_main_context_new ();
  loop = g_main_loop_new (context, FALSE);
  thread = g_thread_new ("session manager", serve, NULL);

  g_mutex_lock (&mutex);
  while (!ready)
    g_cond_wait (&cond, &mutex);
  g_mutex_unlock (&mutex);
}

void
session_manager_stop (void)
{
  g_main_loop_quit (loop);
  g_thread_join (thread);
  g_main_loop_unref (loop);
  g_main_context_unref (context);
  g_dbus_node_info_unref (node);
  g_hash_table_unref (reasons);
}

guint
session_manager_get_n_reasons (void)
{
  guint n;

  g_mutex_lock (&mutex);
  n = g_hash_table_size (reasons);
  g_mutex_unlock (&mutex);

  return n;
}

/* The latest of them. */
char *
session_manager_dup_reason (void)
{
  char *reason;

  g_mutex_lock (&mutex);
  reason = g_strdup (g_hash_table_lookup (reasons, GUINT_TO_POINTER (last_cookie)));
  g_mutex_unlock (&mutex);

  return reason;
}

void
session_manager_ask (void)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (connection, NULL, CLIENT, "org.gnome.SessionManager.ClientPrivate",
                                 "QueryEndSession", g_variant_new ("(u)", 0), &error);
  g_assert_no_error (error);
}

guint
session_manager_get_n_answers (void)
{
  guint n;

  g_mutex_lock (&mutex);
  n = n_answers;
  g_mutex_unlock (&mutex);

  return n;
}
